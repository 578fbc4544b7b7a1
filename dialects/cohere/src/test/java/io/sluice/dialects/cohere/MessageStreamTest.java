package io.sluice.dialects.cohere;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.DialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Streams that were written by hand. */
class MessageStreamTest extends DialectContract {

  private static final String PLAN =
      event("{'type':'tool-plan-delta','delta':{'message':{'tool_plan':'I look'}}}");
  private static final String CALL =
      event(
          "{'type':'tool-call-start','index':0,'delta':{'message':{'tool_calls':"
              + "{'id':'c','function':{'name':'f','arguments':''}}}}}");
  private static final String END =
      event(
          "{'type':'message-end','delta':{'finish_reason':'TOOL_CALL','usage':"
              + "{'tokens':{'input_tokens':5,'output_tokens':2}}}}");

  @Override
  protected Dialect dialect() {
    return new CohereDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of("a plan and a call", bytes(PLAN + CALL + END + "data: [DONE]\n\n"));
  }

  @Test
  void aCallWithoutArgumentsHasAnEmptyObject() {
    Outcome outcome = played(bytes(PLAN + CALL + END));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().choices().get(0).message().toolCalls().get(0).arguments())
        .isEqualTo("{}");
    assertThat(outcome.completion().choices().get(0).message().other().get("tool_plan"))
        .hasToString("\"I look\"");
  }

  @Test
  void aPlanIsKeptWhereTheStreamBreaks() {
    Outcome outcome = played(bytes(PLAN));

    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(outcome.completion().choices().get(0).message().other().get("tool_plan"))
        .hasToString("\"I look\"");
  }

  @Test
  void anEndMarkerAloneIsNoEnd() {
    assertThat(played(bytes(PLAN + "data: [DONE]\n\n")).status()).isEqualTo(Status.TRUNCATED);
  }

  private static String event(String json) {
    return "data: " + json.replace('\'', '"') + "\n\n";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
