/** German words of the locked page. */
export const unlockTexts = {
  locked: 'Lotse ist gesperrt.',
  waitBegun: (seconds: number) => `Bitte ${seconds === 1 ? 'eine Sekunde' : `${seconds} Sekunden`} warten, dann geht es weiter.`,
  waitEnded: 'Sie können es jetzt wieder versuchen.',
  waitTitle: 'Nach mehreren falschen Versuchen wartet Lotse kurz.',
  waitLeft: (seconds: number) => `Nächster Versuch in ${seconds === 1 ? '1 Sekunde' : `${seconds} Sekunden`}.`,
  waitCalm: 'Es wird nichts gelöscht, auch nicht nach vielen Versuchen. Wer das Passwort nicht mehr weiß, öffnet mit dem Notfallblatt.',
} as const;
