package io.sluice.simulator.openai;

import io.sluice.simulator.json.JsonStrings;
import io.sluice.simulator.request.ErrorBody;

/** Writes errors as OpenAI does in all its APIs. */
public final class RefusalJson {

  private RefusalJson() {}

  /** The whole body, {@code {"error": {…}}}. */
  public static String body(ErrorBody error) {
    return "{\"error\":" + object(error) + "}";
  }

  /** Only the inner object. */
  public static String object(ErrorBody error) {
    return "{\"message\":"
        + JsonStrings.quoted(error.message())
        + ",\"type\":"
        + JsonStrings.quoted(error.type())
        + ",\"param\":"
        + error.param().map(JsonStrings::quoted).orElse("null")
        + ",\"code\":"
        + error.code().map(JsonStrings::quoted).orElse("null")
        + "}";
  }
}
