@echo off
if "%ASR_NODE%"=="" set "ASR_NODE=node"
"%ASR_NODE%" "%~dp0..\language-host\main.mjs" %*
