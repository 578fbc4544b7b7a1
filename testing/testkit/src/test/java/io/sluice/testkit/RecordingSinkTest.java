package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.stream.Status;
import org.junit.jupiter.api.Test;

class RecordingSinkTest {

  private final RecordingSink sink = new RecordingSink();

  @Test
  void callsAreTakenOffOneByOne() {
    var transport = ScriptedTransport.playing(AnswerScript.silence().retry().text("x").cut());
    Pipeline.from(transport)
        .to("sink", sink)
        .executor(Runnable::run)
        .build()
        .start(ChatRequest.of("m", "hi"));

    assertThat(sink.assertOpen().endpoint()).isEqualTo("script");
    assertThat(sink.assertRetry().attempt()).isEqualTo(2);
    sink.assertChunk("x");
    assertThat(sink.assertEnd(Status.TRUNCATED).timing().attempts()).isEqualTo(2);
    sink.assertClosed();
    sink.assertExhausted();
    assertThat(transport.asked()).hasSize(1);
  }

  @Test
  void aCallNobodyAssertedIsSeen() {
    sink.close();

    assertThatThrownBy(sink::assertExhausted).isInstanceOf(AssertionError.class);
  }

  @Test
  void anotherCallThanTheNextIsRefused() {
    sink.onChunk(Chunks.text("x"));

    assertThatThrownBy(sink::assertClosed)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("onChunk");
    assertThatThrownBy(sink::assertOpen)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("no call");
  }
}
