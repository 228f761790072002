import { describe, expect, it } from 'vitest';
import { kindOfFile } from '../../../shared/cases/file-kind.ts';
import { joined, smallJpeg, smallPdf, smallPng, smallZip } from '../../support/sample-files.ts';

describe('a file is told by its content', () => {
  it.each([
    ['a PDF', smallPdf(), 'application/pdf'],
    ['a PDF with the blanks and NULs of a scanner behind it', joined(smallPdf(), '\r\n\0\0\0\n'), 'application/pdf'],
    ['a PDF 2.0', joined('%PDF-2.0\n', smallPdf().subarray(9)), 'application/pdf'],
    ['a PDF under a password', joined(Buffer.from(smallPdf()).toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R')), 'application/pdf'],
    ['a PNG', smallPng(), 'image/png'],
    ['a JPEG', smallJpeg(), 'image/jpeg'],
    ['a JPEG with a second picture behind it, as phones make them', joined(smallJpeg(), smallJpeg()), 'image/jpeg'],
    ['a JPEG with a short film behind it', joined(smallJpeg(), '\0\0\0\x18ftypmp42\0\0\0\0mp42isom'), 'image/jpeg'],
  ] as const)('%s', (_what, bytes, kind) => {
    expect(kindOfFile(bytes)).toBe(kind);
  });
});

describe('no file of ours is', () => {
  const png = smallPng();
  it.each([
    ['nothing at all', new Uint8Array()],
    ['one byte', joined('%')],
    ['a text', joined('Liebe Selin, ...')],
    ['a picture made of markup', joined('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['a page', joined('<!doctype html><script>alert(1)</script>')],
    ['a program of Windows', joined('MZ\x90\0\x03\0\0\0\x04\0\0\0')],
    ['a program of Windows with a PDF behind it', joined('MZ\x90\0', smallPdf())],
    ['a program of Linux', joined('\x7fELF\x02\x01\x01')],
    ['a script', joined('#!/bin/sh\nrm -rf ~\n')],
    ['a letter of Word', smallZip()],
    ['a GIF', joined('GIF89a\x01\0\x01\0')],
    ['a HEIC', joined('\0\0\0\x18ftypheic')],
    ['a PDF that is an archive, too', joined(smallPdf(), smallZip())],
    ['a PDF that is an archive whose comment ends like a PDF', joined(smallPdf(), smallZip('%%EOF'))],
    ['a PDF with a page behind it', joined(smallPdf(), '<script>alert(1)</script>')],
    ['a PDF with something before it', joined('\n\n', smallPdf())],
    ['a PDF that was cut off', smallPdf().subarray(0, -7)],
    ['a PDF of a version there is not', joined('%PDF-9.9\n', smallPdf().subarray(9))],
    ['only the beginning of a PDF', joined('%PDF-1.4')],
    ['a PNG that is an archive, too', joined(png, smallZip())],
    ['a PNG with anything behind it', joined(png, 'x')],
    ['a PNG that was cut off', png.subarray(0, -1)],
    ['a PNG whose first chunk is another', joined(png.subarray(0, 12), 'tEXt', png.subarray(16))],
    ['a PNG with a chunk longer than the file', joined(png.subarray(0, 8), '\xff\xff\xff\xffIHDR', png.subarray(16))],
    ['a JPEG that is an archive, too', joined(smallJpeg(), smallZip())],
    ['a JPEG that is a RAR, too', joined(smallJpeg(), 'Rar!\x1a\x07\x01\0')],
    ['a JPEG that is a 7z, too', joined(smallJpeg(), '7z\xbc\xaf\x27\x1c')],
    ['a JPEG that is a PDF, too', joined(smallJpeg().subarray(0, 2), '\xff\xfe\0\x0a%PDF-1.4', smallJpeg().subarray(2), smallPdf())],
    ['a JPEG without a picture', joined('\xff\xd8\xff\xe0\0\x10JFIF\0')],
    ['a JPEG that was cut off', smallJpeg().subarray(0, -2)],
    ['only the beginning of a JPEG', joined('\xff\xd8\xff')],
  ])('%s', (_what, bytes) => {
    expect(kindOfFile(bytes)).toBeNull();
  });

  it('anything that chance makes of a good one, but for what stays good', () => {
    // Every length a broken-off copy can have.
    for (const whole of [smallPng(), smallPdf()]) for (let end = 0; end < whole.length - 1; end += 1) expect([end, kindOfFile(whole.subarray(0, end))]).toEqual([end, null]);
  });
});
