@echo off
rem Starts the sluice command on Windows: builds it on first use, then starts it.
rem Needs a JDK 17 or later, from JAVA_HOME or PATH. SLUICE_JAVA_OPTS reaches the JVM.
rem The JVM's flags are those of the script sluice too.
setlocal DisableDelayedExpansion
set "home=%~dp0"
set "jar=%home%cli\target\sluice.jar"
if not exist "%jar%" set "jar=%home%cli\target\quick\sluice.jar"

if not defined JAVA_HOME goto on_path
set "java=%JAVA_HOME%\bin\java.exe"
if exist "%java%" goto found
echo sluice: JAVA_HOME is '%JAVA_HOME%', which holds no bin\java.exe; point it to a JDK 17 or later, or unset it>&2
exit /b 2

:on_path
set "java="
for %%j in (java.exe) do set "java=%%~$PATH:j"
if defined java goto found
echo sluice: no java on the PATH; install a JDK 17 or later>&2
exit /b 2

:found
if exist "%jar%" goto start
echo sluice: building the command, which takes a minute or so>&2
call "%home%mvnw.cmd" -q -B -ntp -f "%home%pom.xml" package -Pquick -pl cli -am <nul 1>&2
if errorlevel 1 goto broken
if exist "%jar%" goto start

:broken
echo sluice: the build failed as shown above; mend that and call sluice again>&2
exit /b 2

:start
"%java%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto -Xlog:disable -XX:+DisplayVMOutputToStderr %SLUICE_JAVA_OPTS% -jar "%jar%" %*
exit /b %ERRORLEVEL%
