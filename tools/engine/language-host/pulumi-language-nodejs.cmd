@echo off
if "%ASR_LANGUAGE_HOST%"=="" (
  echo This engine runs inside a checkout only: start it with "npm run pulumi -- ...". 1>&2
  exit /b 1
)
if "%ASR_NODE%"=="" set "ASR_NODE=node"
"%ASR_NODE%" "%ASR_LANGUAGE_HOST%" %*
