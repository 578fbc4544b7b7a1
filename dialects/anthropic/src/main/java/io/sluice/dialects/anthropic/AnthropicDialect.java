package io.sluice.dialects.anthropic;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Dialect;
import io.sluice.wire.DialectDefaults;
import io.sluice.wire.Endpoint;
import io.sluice.wire.Framing;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import io.sluice.wire.HttpRefusal;
import io.sluice.wire.WireFormat;
import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;

/**
 * Anthropic's Messages (version 2023-06-01 of its API). Stateless and thread-safe.
 *
 * <p>What is asked and answered keeps the words of {@code io.sluice.chat}: stop reasons become the
 * finish reasons that mean the same, and Anthropic's own word stands in the choice as {@code
 * stop_reason}. Content that is neither text nor a tool call of the caller's (signed thinking,
 * tools that the server runs, blocks of later versions) is kept whole in the message's {@code
 * content_parts}, citations in its {@code annotations}; a message that holds them can be sent
 * again. Such a block that is still open when its stream breaks is kept with a member {@code
 * "unfinished": true}, and is never sent again; where no event is left to hold it, the reader adds
 * a chunk of its own, whose JSON has the type {@code sluice_unfinished}.
 *
 * <p>Of an answer that is sent again, what only another dialect's server understands is left out,
 * so that a conversation can be continued here; in the caller's own messages it is refused.
 *
 * <p>A request that sets no limit on its answer asks for at most {@value RequestBody#MAX_TOKENS}
 * tokens, since Anthropic demands a limit: as many as every model of theirs can give.
 */
public final class AnthropicDialect implements Dialect {

  static final String NAME = "anthropic";

  private static final DialectDefaults HOME =
      DialectDefaults.of(NAME).at("https://api.anthropic.com/v1").asking("claude-haiku-4-5");

  private final HttpRefusal refusal;

  /** The dialect. */
  public AnthropicDialect() {
    refusal = new HttpRefusal(Clock.systemUTC(), HOME, "request-id");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DialectDefaults defaults() {
    return HOME;
  }

  @Override
  public HttpCall call(Endpoint endpoint, ChatRequest request, StreamOptions options) {
    var headers = new LinkedHashMap<String, String>();
    endpoint.key().ifPresent(key -> headers.put("x-api-key", key.reveal()));
    headers.put("anthropic-version", "2023-06-01");
    String body = RequestBody.write(request, options.form());
    URI uri = URI.create(endpoint.baseUrl() + "/messages");
    return HttpCall.post(uri, headers, options.form(), body);
  }

  @Override
  public Framing framing() {
    return Framing.SSE;
  }

  @Override
  public boolean recognises(String start) {
    return WireFormat.ANTHROPIC.begins(start);
  }

  @Override
  public Reader reader() {
    return new MessagesReader();
  }

  @Override
  public Failure.Http failure(HttpAnswer answer) {
    return refusal.read(answer);
  }
}
