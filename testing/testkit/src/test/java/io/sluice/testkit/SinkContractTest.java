package io.sluice.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** A sink that neglects a duty fails the test of that duty, which says so. */
class SinkContractTest {

  @TempDir Path folder;

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final List<Process> left = new ArrayList<>();

  @AfterEach
  void giveTheStreamsOfTheProcessBack() {
    System.setOut(out);
    System.setErr(err);
    left.forEach(Process::destroyForcibly);
  }

  @Test
  void d1IsMissedByACreatedFile() {
    assertNeglected(
        contract(
                path -> {
                  create(path);
                  return new NoteSink(path);
                })
            ::d1TheConstructorAcquiresNothing,
        "D1: files that exist before onOpen");
  }

  @Test
  void d2IsMissedByOneWhoExpectsADelta() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void onChunk(Chunk chunk) {
                        chunk.deltas().get(0);
                      }
                    })
            ::d2ItCopesWithWhateverAStreamMayHold,
        "D2: what the sink threw at a stream with usage only");
  }

  @Test
  void d2IsMissedByOneThatNeedsAChunkBeforeSilence() {
    assertNeglected(
        contract(
                path ->
                    new PatientSink(path, Duration.ofSeconds(1)) {
                      private String last = "";

                      @Override
                      public void onChunk(Chunk chunk) {
                        last = chunk.text();
                      }

                      @Override
                      public void onIdle(Duration silence) throws IOException {
                        write("still after " + last.charAt(0));
                      }
                    })
            ::d2ItCopesWithSilenceAtAnyMoment,
        "D2: what the sink threw when it was told of silence before the first chunk");
  }

  @Test
  void d2IsMissedByOneThatAsksTooOften() {
    assertNeglected(
        contract(path -> new PatientSink(path, Duration.ofMillis(99)))
            ::d2ItCopesWithSilenceAtAnyMoment,
        "D2: the interval after which it is told of silence; use 100 ms or more");
  }

  @Test
  void d2IsMetByOneThatWritesHeartbeats() {
    assertThatCode(
            contract(path -> new PatientSink(path, Duration.ofSeconds(1)))
                ::d2ItCopesWithSilenceAtAnyMoment)
        .doesNotThrowAnyException();
  }

  @Test
  void d2IsMetByOneThatDoesNotAskToBeToldOfSilence() {
    assertThatCode(contract(NoteSink::new)::d2ItCopesWithSilenceAtAnyMoment)
        .doesNotThrowAnyException();
  }

  @Test
  void d3IsMissedByOneWhoReliesOnOnOpen() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void close() throws IOException {
                        write("");
                        throw new IOException("nothing to close");
                      }
                    })
            ::d3CloseReleasesEverythingAlsoWithoutOpenOrEnd,
        "D3: close without onOpen");
  }

  @Test
  void d3IsMissedByOneWhoReleasesOnlyAtTheEnd() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void onEnd(Outcome outcome) throws IOException {
                        super.close();
                      }

                      @Override
                      public void close() {}
                    })
            ::d3CloseReleasesEverythingAlsoWithoutOpenOrEnd,
        "D3: files that are open after close");
  }

  @Test
  void d4IsMissedByAFactoryWithOneSink() {
    Sink one = new NoteSink(folder.resolve("one"));
    assertNeglected(
        contract(path -> one)::d4AFactoryGivesAFreshSinkEachTimeFromAnyThread,
        "D4: one sink with state was given twice");
  }

  @Test
  void d4IsMetByALambdaThatRemembersNothing() {
    assertThatCode(contract(path -> chunk -> {})::d4AFactoryGivesAFreshSinkEachTimeFromAnyThread)
        .doesNotThrowAnyException();
  }

  @Test
  void d5IsMissedByOneWhoClosesStandardOutput() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void close() {
                        System.out.close();
                      }
                    })
            ::d5ItNeverClosesWhatItWasHanded,
        "D5: System.out was closed");
  }

  @Test
  void d6IsMissedByOneWhoLeavesTheInterruptFlag() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void onEnd(Outcome outcome) {
                        Thread.currentThread().interrupt();
                      }
                    })
            ::d6ItLeavesNoThreadNoFileHandleAndNoInterruptFlag,
        "D6: the thread's interrupt flag");
  }

  @Test
  void d6IsMissedByOneWhoLeavesAThread() {
    var end = new CountDownLatch(1);
    try {
      assertNeglected(
          contract(path -> new Threaded(path, end))
              ::d6ItLeavesNoThreadNoFileHandleAndNoInterruptFlag,
          "D6: threads that run five seconds after close");
    } finally {
      end.countDown();
    }
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void d6IsMissedByOneWhoLeavesAProcess() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void onEnd(Outcome outcome) throws IOException {
                        left.add(new ProcessBuilder("sleep", "60").start());
                      }
                    })
            ::d6ItLeavesNoThreadNoFileHandleAndNoInterruptFlag,
        "D6: processes that run after close");
  }

  @Test
  void d7IsMissedByOneWhoWritesTheSameAtAnyEnd() {
    assertNeglected(
        contract(
                path ->
                    new NoteSink(path) {
                      @Override
                      public void onEnd(Outcome outcome) throws IOException {
                        write("the end\n");
                      }
                    })
            ::d7WhatItWroteTellsAStoppedOrCutAnswerFromAWholeOne,
        "D7: what is left of an answer that was cut");
  }

  private static void assertNeglected(Executable duty, String complaint) {
    assertThatThrownBy(duty::execute)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining(complaint);
  }

  /** A contract outside of JUnit's hands, set up as JUnit would. */
  private SinkContract contract(Function<Path, Sink> sinks) {
    var contract =
        new SinkContract() {
          @Override
          protected SinkFactory factory() {
            return Neglect.factory(sinks);
          }

          @Override
          protected Map<String, String> options(Path inFolder) {
            return Neglect.options(inFolder);
          }
        };
    contract.world = folder;
    contract.guardTheStreamsOfTheProcess();
    return contract;
  }

  private static void create(Path path) {
    try {
      Files.createFile(path);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Leaves a thread that waits. */
  private static final class Threaded extends NoteSink {
    private final CountDownLatch end;

    Threaded(Path path, CountDownLatch end) {
      super(path);
      this.end = end;
    }

    @Override
    public void onEnd(Outcome outcome) {
      new Thread(this::waitForTheEnd, "left behind").start();
    }

    private void waitForTheEnd() {
      try {
        end.await();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
