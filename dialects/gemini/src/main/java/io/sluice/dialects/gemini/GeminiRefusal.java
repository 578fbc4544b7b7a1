package io.sluice.dialects.gemini;

import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpRefusal;
import java.nio.charset.StandardCharsets;

/**
 * Reads refusals. Google refuses a wrong key with status 400, and says only in the details that it
 * is the key.
 */
record GeminiRefusal(HttpRefusal refusals) {

  private static final String WRONG_KEY = "API_KEY_INVALID";

  Failure.Http read(HttpAnswer answer) {
    Failure.Http refusal = refusals.read(answer);
    String body = StandardCharsets.UTF_8.decode(answer.body().duplicate()).toString();
    return body.contains(WRONG_KEY) && refusal.category() != FailureCategory.NOT_AUTHORISED
        ? refusal.toBuilder().category(FailureCategory.NOT_AUTHORISED).build()
        : refusal;
  }
}
