package io.sluice.dialects.gemini;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

/** Streams that were written by hand. */
class ContentStreamTest extends DialectContract {

  private static final String STOPPED = text("a", ",'finishReason':'STOP'");
  private static final String MORE = text("b", ",'finishReason':'STOP'");

  @Override
  protected Dialect dialect() {
    return new GeminiDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of(
        "an array", json("[" + STOPPED + ",\n" + MORE + "]"),
        "one element", json("[" + text("é", ",'finishReason':2") + "]"));
  }

  @Test
  void aFinishIsNotTheEnd() {
    Outcome outcome = played(events(STOPPED, MORE));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().text()).isEqualTo("ab");
    assertThat(outcome.completion().finishReason()).contains(FinishReason.STOP);
  }

  @Test
  void theLastWordCounts() {
    Outcome outcome = played(events(STOPPED, text("", ",'finishReason':'RECITATION'")));

    assertThat(outcome.completion().finishReason()).contains(FinishReason.CONTENT_FILTER);
  }

  @Test
  void halfAnEventBehindAFinishIsACut() {
    byte[] stream = json("data: " + STOPPED + "\n\ndata: {'candidates':[{'co");

    assertThat(played(stream).status()).isEqualTo(Status.TRUNCATED);
  }

  @Test
  void anArrayThatIsNotClosedIsCut() {
    assertThat(played(json("[" + STOPPED)).status()).isEqualTo(Status.TRUNCATED);
    assertThat(played(json("[" + STOPPED + "]")).status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void aCallBeforeTheFinishMakesItAFinishForTools() {
    String call =
        "{'candidates':[{'content':{'parts':[{'functionCall':{'name':'f'}},"
            + "{'functionCall':{'name':'f','args':{'x':1}}}]}}],'responseId':'r'}";
    Outcome outcome = played(events(call, text("", ",'finishReason':'STOP'")));

    assertThat(outcome.completion().finishReason()).contains(FinishReason.TOOL_CALLS);
    assertThat(outcome.completion().choices().get(0).message().toolCalls())
        .extracting(ToolCall::id, ToolCall::arguments)
        .containsExactly(tuple("sluice_r_0", "{}"), tuple("sluice_r_1", "{\"x\":1}"));
  }

  @Test
  void anErrorInTheArrayFails() {
    byte[] error = json("[{'error':{'code':503,'message':'overloaded','status':'UNAVAILABLE'}}]");

    assertThat(played(error).status()).isEqualTo(Status.FAILED);
    assertThat(played(error).failure().orElseThrow().message()).isEqualTo("overloaded");
  }

  private static String text(String text, String more) {
    return "{'candidates':[{'content':{'parts':[{'text':'" + text + "'}]}" + more + "}]}";
  }

  private static byte[] events(String... events) {
    return json("data: " + String.join("\r\n\r\ndata: ", events) + "\r\n\r\n");
  }

  private static byte[] json(String text) {
    return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
  }
}
