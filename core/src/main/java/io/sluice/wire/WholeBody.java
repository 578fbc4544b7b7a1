package io.sluice.wire;

import io.sluice.json.ErrorJson;
import io.sluice.json.JsonObject;
import io.sluice.json.MalformedJsonException;
import io.sluice.stream.Failure;
import io.sluice.stream.OneLine;
import io.sluice.wire.refusal.WebPage;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a body is that came in one piece under a status of success. */
final class WholeBody {

  private static final Pattern GLUED_MARKER = Pattern.compile("\\s*(?:data:\\s*)?\\[DONE]\\s*$");

  private WholeBody() {}

  /** The body, if it is one JSON object. */
  static Optional<JsonObject> object(String text) {
    try {
      return Optional.of(JsonObject.read(text));
    } catch (MalformedJsonException noObject) {
      return Optional.empty();
    }
  }

  /** The text without an end marker that a gateway appended to it. */
  static String withoutEndMarker(String text) {
    return GLUED_MARKER.matcher(text).replaceFirst("");
  }

  /** Why a body is no answer: the error that it reports, or what it is instead. */
  static Failure failure(String text) {
    return ErrorJson.read(text)
        .map(Failure.class::cast)
        .orElseGet(() -> new Failure.Protocol(message(text), OneLine.of(text)));
  }

  private static String message(String text) {
    if (WebPage.isOne(text)) {
      return "the server answered with "
          + WebPage.name(text)
          + " instead of a stream; check the base URL and the proxy";
    }
    String start = OneLine.of(text);
    return "the server answered with no stream: " + Payloads.start(start);
  }
}
