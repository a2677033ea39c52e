@echo off
rem The plugin azure-siterecovery on Windows.
setlocal
if "%ASR_NODE%"=="" set ASR_NODE=node
"%ASR_NODE%" "%~dp0..\dist\provider\main.js" %*
exit /b %ERRORLEVEL%
