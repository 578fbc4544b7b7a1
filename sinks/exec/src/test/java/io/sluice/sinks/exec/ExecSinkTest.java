package io.sluice.sinks.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.SinkFailure;
import io.sluice.sink.Sink;
import io.sluice.stream.Status;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.RecordingSink;
import io.sluice.testkit.ScriptedTransport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ExecSinkTest {

  @TempDir private Path folder;

  private final PrintedText output = new PrintedText();

  @Test
  void theProgramReadsTheTranscriptAndItsOutputGoesWhereItIsTold() {
    PipelineResult result =
        play(AnswerScript.answer("All ", "is well."), sink("cat; echo done >&2"));

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(printed().lines())
        .hasSize(8)
        .allMatch(line -> line.startsWith("{\"type\":") || line.equals("done"))
        .anyMatch(line -> line.startsWith("{\"type\":\"end\",\"status\":\"completed\""));
  }

  @Test
  void theProgramIsToldOfAnAnswerThatWasCut() {
    play(AnswerScript.silence().retry().text("All ").cut(), sink("cat"));

    assertThat(printed()).contains("\"type\":\"retry\"", "\"status\":\"truncated\"");
  }

  @Test
  void aProgramThatEndsEarlyRetiresTheSinkAlone() {
    AnswerScript many = AnswerScript.silence();
    for (int i = 0; i < 2_000; i++) {
      many = many.text("word ".repeat(20));
    }

    PipelineResult result = play(many.done(), sink("read line; exit 3"));

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures())
        .singleElement()
        .extracting(SinkFailure::message)
        .isEqualTo("sink 'exec': sh ended with status 3 before the answer did");
  }

  @Test
  void aProgramThatFailsAtTheEndIsReported() {
    PipelineResult result = play(AnswerScript.answer("a"), sink("cat >/dev/null; exit 5"));

    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'exec': sh ended with status 5");
  }

  @Test
  void aProgramThatReadsNothingHoldsTheStreamNoLongerThanItsPatience() {
    AnswerScript big = AnswerScript.of(Chunks.text("x".repeat(200_000))).done();

    PipelineResult result = play(big, sink("sleep 600").patience(Duration.ofMillis(300)));

    assertThat(result.outcome().status()).isEqualTo(Status.COMPLETED);
    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly("sink 'exec': sh has read nothing for 0.3 s; it is ended, raise timeout");
  }

  @Test
  void aProgramThatDoesNotEndIsEnded() throws IOException {
    Path pid = folder.resolve("pid");
    ExecSink sink = sink("echo $$ >'" + pid + "'; trap '' TERM; cat >/dev/null; sleep 600");

    PipelineResult result = play(AnswerScript.answer("a"), sink.patience(Duration.ofMillis(300)));

    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly(
            "sink 'exec': sh has not ended within 0.3 s of its last line; it is ended, raise"
                + " timeout");
    long number = Long.parseLong(Files.readString(pid).strip());
    assertThat(ProcessHandle.of(number).filter(ProcessHandle::isAlive)).isEmpty();
  }

  @Test
  void aProgramThatCannotBeStartedIsNamedBeforeAnythingIsSent() {
    ExecSink sink = ExecSink.of(List.of("no-such-program", "--token=s3cret"), output);

    PipelineResult result = play(AnswerScript.answer("a"), sink);

    assertThat(result.outcome().timing().attempts()).isZero();
    assertThat(result.sinkFailures())
        .extracting(SinkFailure::message)
        .containsExactly(
            "sink 'exec': no-such-program cannot be started; check its name, or give its path");
  }

  @Test
  void aProgramThatNeitherReadsNorEndsIsEnded() {
    AnswerScript big = AnswerScript.of(Chunks.text("x".repeat(200_000))).done();
    ExecSink sink = sink("trap '' TERM; sleep 600; sleep 600");

    PipelineResult result = play(big, sink.patience(Duration.ofMillis(300)));

    assertThat(result.sinkFailures()).hasSize(1);
  }

  /** It would hold the pipe open through which the output is read. */
  @Test
  void whatAProgramHasStartedEndsWithIt() throws InterruptedException {
    ExecSink sink = sink("sleep 600 & echo started; cat >/dev/null; wait");

    play(
        AnswerScript.answer("a"),
        sink.patience(Duration.ofMillis(300)),
        chunk -> output.awaitText());

    assertNothingPrints();
  }

  @Test
  void whatAProgramStartsInsteadOfEndingEndsWithIt() throws InterruptedException {
    ExecSink sink = sink("trap : TERM; while :; do sleep 600 & wait; done");

    play(AnswerScript.answer("a"), sink.patience(Duration.ofMillis(300)));

    assertNothingPrints();
  }

  private static void assertNothingPrints() throws InterruptedException {
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().equals("sluice-exec-output")) {
        thread.join(20_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  private ExecSink sink(String script) {
    return ExecSink.of(List.of("sh", "-c", script), output);
  }

  private String printed() {
    return output.toString(StandardCharsets.UTF_8);
  }

  private static PipelineResult play(AnswerScript script, ExecSink sink) {
    return play(script, sink, new RecordingSink());
  }

  private static PipelineResult play(AnswerScript script, ExecSink sink, Sink beside) {
    return Pipeline.from(ScriptedTransport.playing(script))
        .to("exec", sink)
        .to("beside", beside)
        .build()
        .start(ChatRequest.of("m", "Is all well?"))
        .result()
        .toCompletableFuture()
        .join();
  }

  /** What a program prints, and a wait for its first word. */
  private static final class PrintedText extends ByteArrayOutputStream {

    private final CountDownLatch begun = new CountDownLatch(1);

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
      super.write(bytes, offset, length);
      begun.countDown();
    }

    void awaitText() throws IOException {
      try {
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
      } catch (InterruptedException stopped) {
        throw new IOException(stopped);
      }
    }
  }
}
