package io.sluice.dialects.ollama;

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
import org.junit.jupiter.api.Test;

/** Lines of servers that take liberties, written by hand. */
class OddLineTest extends DialectContract {

  @Override
  protected Dialect dialect() {
    return new OllamaDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  private static final String TEXT = line("'message':{'content':'hé'},'done':false");
  private static final String DONE = line("'done':true,'done_reason':'stop'");

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of(
        "CRLF and blank lines", bytes("\n\n" + (TEXT + "\n" + DONE).replace("\n", "\r\n")));
  }

  @Test
  void aLastLineThatSaysNothingElseIsTheEnd() {
    Outcome outcome = played(bytes(TEXT + DONE));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().finishReason()).contains(FinishReason.STOP);
    assertThat(outcome.completion().text()).isEqualTo("hé");
  }

  @Test
  void aLineNeedNotSayThatItIsNotTheLast() {
    Outcome outcome = played(bytes(line("'message':{'content':'a'}") + DONE));

    assertThat(outcome.completion().text()).isEqualTo("a");
  }

  @Test
  void anEmptyErrorIsNone() {
    assertThat(played(bytes(line("'error':'','response':'a','done':false") + DONE)).status())
        .isEqualTo(Status.COMPLETED);
    assertThat(played(bytes(TEXT + "{\"error\":\"no luck\"}\n")).failure().orElseThrow().message())
        .isEqualTo("no luck");
  }

  @Test
  void callsOfSeveralLinesAreCountedAndFinishTheAnswer() {
    String call = "'message':{'tool_calls':[{'function':{'index':0,'name':'f'}}]}";
    Outcome outcome = played(bytes(line(call) + line(call) + DONE));

    assertThat(outcome.completion().finishReason()).contains(FinishReason.TOOL_CALLS);
    assertThat(outcome.completion().toolCalls())
        .containsExactly(
            ToolCall.of("sluice_call_0", "f", "{}"), ToolCall.of("sluice_call_1", "f", "{}"));
  }

  @Test
  void anUnfinishedLastLineCountsIfItIsWhole() {
    assertThat(played(bytes((TEXT + DONE).strip())).status()).isEqualTo(Status.COMPLETED);
    assertThat(played(bytes(TEXT + DONE.substring(0, 60))).status()).isEqualTo(Status.TRUNCATED);
  }

  private static String line(String members) {
    String json = "{'model':'m','created_at':'2025-01-01T00:00:00Z'," + members + "}\n";
    return json.replace('\'', '"');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
