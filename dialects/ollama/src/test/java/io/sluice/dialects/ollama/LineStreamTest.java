package io.sluice.dialects.ollama;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Usage;
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
class LineStreamTest extends DialectContract {

  private static final String TEXT = "{'message':{'role':'assistant','content':'a'},'done':false}";
  private static final String CALL =
      "{'message':{'content':'','tool_calls':[{'function':{'name':'f','index':0,"
          + "'arguments':{'x':1}}}]},'done':false}";

  @Override
  protected Dialect dialect() {
    return new OllamaDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of("a call", lines(TEXT, CALL, CALL, end("'done_reason':'stop'")));
  }

  @Test
  void callsMakeAStopAFinishForTools() {
    Outcome outcome = played(lines(TEXT, CALL, CALL, end("'done_reason':'stop'")));

    assertThat(outcome.completion().finishReason()).contains(FinishReason.TOOL_CALLS);
    assertThat(outcome.completion().choices().get(0).message().toolCalls()).hasSize(2);
  }

  @Test
  void figuresThatLackAreUnknown() {
    Usage usage = played(lines(TEXT, end("'eval_count':3"))).completion().usage().orElseThrow();

    assertThat(usage.tellsPrompt()).isFalse();
    assertThat(usage.tellsCompletion()).isTrue();
    assertThat(usage.completionTokens()).isEqualTo(3);
  }

  @Test
  void anAnswerWithoutAReasonStands() {
    Outcome outcome = played(lines(TEXT, end("'done_reason':''")));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().finishReason()).isEmpty();
  }

  @Test
  void aLineWithAnErrorFails() {
    Outcome outcome = played(lines(TEXT, "{'error':'out of memory'}"));

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message()).isEqualTo("out of memory");
    assertThat(outcome.completion().text()).isEqualTo("a");
  }

  @Test
  void withoutItsLastLineAnAnswerIsCut() {
    assertThat(played(lines(TEXT, TEXT)).status()).isEqualTo(Status.TRUNCATED);
  }

  private static String end(String more) {
    return "{'message':{'content':''},'done':true," + more + "}";
  }

  private static byte[] lines(String... lines) {
    return (String.join("\n", lines) + "\n").replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
