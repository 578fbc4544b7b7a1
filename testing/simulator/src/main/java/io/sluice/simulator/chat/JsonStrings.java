package io.sluice.simulator.chat;

import tools.jackson.core.io.JsonStringEncoder;

/** Writes strings into JSON. */
final class JsonStrings {

  private JsonStrings() {}

  static String quoted(String text) {
    return '"' + new String(JsonStringEncoder.getInstance().quoteAsCharArray(text)) + '"';
  }
}
