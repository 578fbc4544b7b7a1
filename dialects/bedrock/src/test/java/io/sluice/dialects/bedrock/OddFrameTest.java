package io.sluice.dialects.bedrock;

import static io.sluice.dialects.bedrock.Frames.body;
import static io.sluice.dialects.bedrock.Frames.event;
import static io.sluice.dialects.bedrock.Frames.frame;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.FinishReason;
import io.sluice.chat.Json;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.testkit.DialectContract;
import io.sluice.transport.netty.EventStreams;
import io.sluice.wire.BodyDecoder;
import io.sluice.wire.Dialect;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Binary messages that servers seldom send, written by hand. */
class OddFrameTest extends DialectContract {

  private static final byte[] TEXT =
      event("contentBlockDelta", "{'contentBlockIndex':0,'delta':{'text':'hé'},'p':'abc'}");
  private static final byte[] STOP = event("messageStop", "{'stopReason':'end_turn'}");
  private static final byte[] THOUGHT =
      event(
          "contentBlockDelta",
          "{'contentBlockIndex':0,'delta':{'reasoningContent':{'text':'t','signature':'s'}}}");
  private static final byte[] SEARCH =
      event(
          "contentBlockStart",
          "{'contentBlockIndex':1,'start':"
              + "{'toolUse':{'toolUseId':'u','name':'search','type':'server_tool_use'}}}");

  @Override
  protected Dialect dialect() {
    return new BedrockDialect();
  }

  @Override
  protected BodyDecoder.Factory decoders() {
    return EventStreams::decoder;
  }

  @Override
  protected Map<String, byte[]> bodies() {
    return Map.of("text and padding", body(TEXT, TEXT, STOP));
  }

  /** Only the end of the body ends an answer. */
  @Override
  protected boolean mayEnd(byte[] body, int cut) {
    int end = 0;
    while (end < cut) {
      end += ByteBuffer.wrap(body).getInt(end);
    }
    return end == cut;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "throttlingException | {'message':'slow down'} | slow down",
        "throttlingException | ''                      | throttlingException",
        "throttlingException | slow down               | slow down",
        "modelTimeout        | {'Message':'too late'}  | too late",
        "modelTimeout        | {}                      | modelTimeout"
      })
  void anExceptionFailsWhateverItIsCalledAndSays(String kind, String payload, String message) {
    String json = payload.equals("''") ? "" : payload;
    byte[] exception = frame(json, ":exception-type", kind, ":message-type", "exception");
    Outcome outcome = played(body(TEXT, exception, STOP));

    assertThat(outcome.status()).isEqualTo(Status.FAILED);
    assertThat(outcome.failure().orElseThrow().message()).contains(message);
    assertThat(outcome.completion().text()).isEqualTo("hé");
  }

  @Test
  void anErrorIsInTheHeaders() {
    byte[] error =
        frame("", ":message-type", "error", ":error-code", "Internal", ":error-message", "no luck");

    assertThat(played(body(TEXT, error)).failure().orElseThrow().message()).isEqualTo("no luck");
  }

  @Test
  void aMessageWithoutAPayloadIsRead() {
    byte[] stop = event("contentBlockStop", "");

    assertThat(played(body(TEXT, stop, STOP)).status()).isEqualTo(Status.COMPLETED);
  }

  @Test
  void anUnknownMessageIsPassedOver() {
    Outcome outcome =
        played(body(event("initial-response", "{}"), TEXT, event("somethingNew", "{'a':1}"), STOP));

    assertThat(outcome.status()).isEqualTo(Status.COMPLETED);
    assertThat(outcome.completion().finishReason()).contains(FinishReason.STOP);
  }

  @Test
  void aToolOfTheServerAndASignatureThatAreCutAreKept() {
    byte[] input =
        event("contentBlockDelta", "{'contentBlockIndex':1,'delta':{'toolUse':{'input':'{'}}}");
    Outcome outcome = played(body(THOUGHT, SEARCH, input));
    Map<String, Json> other = outcome.completion().choices().get(0).message().other();

    assertThat(outcome.status()).isEqualTo(Status.TRUNCATED);
    assertThat(Objects.requireNonNull(other.get("content_parts")).text())
        .contains("\"search\"", "\"input\":\"{\"");
    assertThat(Objects.requireNonNull(other.get("content_order")).text())
        .contains("\"signature\":\"s\"");
  }

  @Test
  void theChunkThatKeepsCutBlocksIsReadAgain() {
    Outcome cut = played(body(THOUGHT, SEARCH));
    Outcome again = played(body(THOUGHT, SEARCH, event("sluice_unfinished", "{}")));

    assertThat(again.completion()).isEqualTo(cut.completion());
    assertThat(again.chunks()).isEqualTo(cut.chunks());
  }

  @Test
  void aWrongChecksumFails() {
    byte[] broken = STOP.clone();
    broken[broken.length - 6]++;

    assertThat(played(body(TEXT, broken)).status()).isEqualTo(Status.FAILED);
  }
}
