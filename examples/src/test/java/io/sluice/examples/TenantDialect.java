package io.sluice.examples;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import io.sluice.text.HeaderField;
import io.sluice.wire.Dialect;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Framing;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import io.sluice.wire.OpenAiDialect;
import java.util.List;

/** OpenAI's dialect, but the request names its tenant in a header. */
final class TenantDialect implements Dialect {
  private final Dialect openAi = new OpenAiDialect();

  @Override
  public String name() {
    return "tenant";
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    String tenant = options.attributes().getOrDefault("tenant", "none");
    return openAi
        .call(endpoint, request, options)
        .withHeaders(List.of(new HeaderField("X-Tenant", tenant)));
  }

  @Override
  public Framing framing() {
    return openAi.framing();
  }

  @Override
  public Reader reader() {
    return openAi.reader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return openAi.failure(answer);
  }
}
