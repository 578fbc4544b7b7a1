package io.sluice.dialects.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.FinishReason;
import io.sluice.chat.ToolCall;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.DialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Streams of servers that take liberties, written by hand. */
class OddMessageTest extends DialectContract {

  @Override
  protected Dialect dialect() {
    return new CohereDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  private static final String START = event("{'type':'message-start','id':'i'}");
  private static final String END =
      event("{'type':'message-end','delta':{'finish_reason':'TOOL_CALL'}}");

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of("plans and calls", bytes(START + plan("é") + call() + plan("b") + call() + END));
  }

  @Test
  void aPlanThatGoesOnBehindACallIsKeptWhole() {
    Outcome outcome = played(Objects.requireNonNull(bodies().get("plans and calls")));

    assertThat(outcome.completion().choices().get(0).message().other().get("tool_plan"))
        .hasToString("\"éb\"");
    assertThat(outcome.completion().toolCalls())
        .containsExactly(ToolCall.of("c", "look", "{}"), ToolCall.of("c", "look", "{}"));
    assertThat(outcome.completion().finishReason()).contains(FinishReason.TOOL_CALLS);
  }

  @Test
  void citationsMayComeInAnArray() {
    String citation =
        "{'type':'citation-start','index':0,'delta':{'message':{'citations':[{'start':1}]}}}";

    assertThat(
            played(bytes(START + event(citation) + END))
                .completion()
                .choices()
                .get(0)
                .message()
                .other()
                .get("annotations"))
        .hasToString("[{\"start\":1}]");
  }

  @Test
  void anEndWithoutADeltaIsAnEnd() {
    String end = event("{'type':'message-end','finish_reason':'COMPLETE'}");

    assertThat(played(bytes(START + end)).status()).isEqualTo(Status.COMPLETED);
    assertThat(played(bytes(START + "data: [DONE]\n\n")).status()).isEqualTo(Status.TRUNCATED);
  }

  private static String plan(String text) {
    return event("{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'" + text + "'}}}");
  }

  private static String call() {
    return event(
            "{'type':'tool-call-start','index':0,'delta':{'message':{'tool_calls':"
                + "{'id':'c','type':'function','function':{'name':'look','arguments':''}}}}}")
        + event("{'type':'tool-call-end','index':0}");
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
