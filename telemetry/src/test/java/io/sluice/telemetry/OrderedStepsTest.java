package io.sluice.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Steps that wait for one thing. */
class OrderedStepsTest {

  private final List<Throwable> uncaught = new ArrayList<>();
  private final List<String> done = new ArrayList<>();

  @BeforeEach
  void listen() {
    Thread.currentThread().setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
  }

  @AfterEach
  void listenNoMore() {
    Thread.currentThread().setUncaughtExceptionHandler(null);
  }

  @Test
  void stepsWaitForTheThingAndKeepTheirOrder() {
    var needed = new CompletableFuture<String>();
    var steps = new OrderedSteps<>(needed);
    steps.then(thing -> done.add(thing + " first"));
    steps.then(thing -> done.add(thing + " second"));
    assertThat(done).isEmpty();

    needed.complete("the");

    assertThat(done).containsExactly("the first", "the second");
  }

  @Test
  void aStepThatThrowsIsToldOfAndTheNextFollows() {
    var thrown = new IllegalStateException("broken step");
    var steps = new OrderedSteps<>(CompletableFuture.completedFuture("the"));
    steps.then(
        thing -> {
          throw thrown;
        });
    steps.then(thing -> done.add(thing + " next"));

    assertThat(done).containsExactly("the next");
    assertThat(uncaught).containsExactly(thrown);
  }

  @Test
  void whatIsThereIsTakenWithoutWaiting() {
    var steps = new OrderedSteps<>(CompletableFuture.completedFuture("the"));

    assertThat(steps.await(Duration.ZERO)).contains("the");
  }

  @Test
  void whatDoesNotComeInTimeIsNotWaitedFor() {
    assertThat(new OrderedSteps<>(new CompletableFuture<>()).await(Duration.ZERO)).isEmpty();
    assertThat(new OrderedSteps<>(new CompletableFuture<>()).await(Duration.ofMillis(1))).isEmpty();
  }

  @Test
  void anInterruptEndsTheWaitAndIsKept() {
    var steps = new OrderedSteps<>(new CompletableFuture<>());
    Thread.currentThread().interrupt();

    assertThat(steps.await(Duration.ofDays(1))).isEmpty();
    assertThat(Thread.interrupted()).isTrue();
  }
}
