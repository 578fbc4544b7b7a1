package io.sluice.simulator.json;

import tools.jackson.core.io.JsonStringEncoder;

/** Writes strings into JSON. */
public final class JsonStrings {

  private JsonStrings() {}

  /** The text between quotes, with what JSON wants escaped. */
  public static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }
}
