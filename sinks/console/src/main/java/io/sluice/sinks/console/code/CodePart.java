package io.sluice.sinks.console.code;

/** What a part of program code is. */
public enum CodePart {
  /** Names, operators and everything else. */
  PLAIN,
  /** A word that the language reserves. */
  KEYWORD,
  /** Text between quotation marks. */
  STRING,
  /** A number. */
  NUMBER,
  /** A remark for people. */
  COMMENT
}
