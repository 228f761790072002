; Lotse: what the Windows installer does besides copying the program.
;
; The data folder of the PC lies in %PROGRAMDATA%. Without rights of its own the second account of a PC could read the files and not write
; them. Groups are named by number because their names are translated: Users may change, Administrators and SYSTEM have full access, nothing
; is inherited (docs/decisions/0007-data-folder.md). Files that are there already keep what they have, the program looks at them itself.

!macro customInstall
  SetShellVarContext all
  CreateDirectory "$APPDATA\Lotse"
  nsExec::ExecToLog '"$SYSDIR\icacls.exe" "$APPDATA\Lotse" /inheritance:r /grant:r "*S-1-5-32-545:(OI)(CI)M" /grant:r "*S-1-5-32-544:(OI)(CI)F" /grant:r "*S-1-5-18:(OI)(CI)F"'
  Pop $0
  ${if} $0 != 0
    MessageBox MB_OK|MB_ICONEXCLAMATION "Die Rechte des Datenordners $APPDATA\Lotse konnten nicht gesetzt werden (icacls: $0). Lotse ist installiert; bitte setzen Sie die Rechte von Hand: Benutzer: ändern, Administratoren und SYSTEM: Vollzugriff." /SD IDOK
  ${endIf}
!macroend

; The data folder stays: case files do not go with a program.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    SetShellVarContext all
    ${if} ${FileExists} "$APPDATA\Lotse\*.*"
      MessageBox MB_OK|MB_ICONINFORMATION "Das Programm ist entfernt. Die Fallakten liegen verschlüsselt weiter in $APPDATA\Lotse." /SD IDOK
    ${endIf}
  ${endIf}
!macroend
