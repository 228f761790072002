; Lotse: what the Windows installer does besides copying the program.
;
; The data folder of the PC lies in %PROGRAMDATA%. Without rights of its own the second account of a PC could read the files and not write
; them. Groups are named by number because their names are translated: Users may change, Administrators and SYSTEM have full access, nothing
; is inherited (docs/decisions/0007-data-folder.md). Files that are there already keep what they have, the program looks at them itself.
;
; Only a folder that this installer makes gets them. Users may change what lies there, so they could put a link to another folder in its place,
; and an administrator may have set narrower rights: what has that name already, whatever it is, is left as it is. CreateDirectoryW makes
; the folder or fails, in one step; until its rights are set nobody but an administrator can take it away.

!macro customInstall
  SetShellVarContext all
  System::Call 'kernel32::CreateDirectoryW(w "$APPDATA\Lotse", p 0) i .r0'
  ${if} $0 != 0
    nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Lotse" /L /inheritance:r /grant:r "*S-1-5-32-545:(OI)(CI)M" /grant:r "*S-1-5-32-544:(OI)(CI)F" /grant:r "*S-1-5-18:(OI)(CI)F"'
    Pop $0
    ${if} $0 != 0
      MessageBox MB_OK|MB_ICONEXCLAMATION "Die Rechte des Datenordners $APPDATA\Lotse konnten nicht gesetzt werden (icacls: $0). Lotse ist installiert; bitte setzen Sie die Rechte von Hand: Benutzer: ändern, Administratoren und SYSTEM: Vollzugriff." /SD IDOK
    ${endIf}
  ${endIf}
!macroend

; The data folder stays: case files do not go with a program.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    SetShellVarContext all
    ${if} ${FileExists} "$APPDATA\Lotse\*.*"
      MessageBox MB_OK|MB_ICONINFORMATION "Das Programm wird jetzt entfernt. Die Fallakten bleiben verschlüsselt in $APPDATA\Lotse." /SD IDOK
    ${endIf}
  ${endIf}
!macroend
