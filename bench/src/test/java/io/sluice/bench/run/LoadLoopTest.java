package io.sluice.bench.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.bench.load.Ramp;
import io.sluice.chat.ChatRequest;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** Loops on a clock that only moves when somebody waits: a server that takes fixed times. */
class LoadLoopTest {
  private static final long MILLI = 1_000_000;

  /** While the loop waits, requests end. */
  private static final class FakeServer implements LoadLoop.Level {
    private final List<String> sent = new ArrayList<>();
    private final EventClock clock = new EventClock();
    private final List<Integer> held = new ArrayList<>();
    private final Queue<Integer> due = new ArrayDeque<>();
    private final long takes;
    private long stopAt = Long.MAX_VALUE;

    FakeServer(long takes) {
      this.takes = takes;
    }

    @Override
    public ChatRequest request(int number) {
      return ChatRequest.builder("model").build();
    }

    @Override
    public void due(int number, long at) {
      due.add(number);
    }

    @Override
    public void send(int number, ChatRequest request, long dueAt, Runnable ended) {
      sent.add(number + ": due " + dueAt / MILLI + " sent " + clock.nanos() / MILLI);
      clock.after(takes, ended);
    }

    @Override
    public void held(int number, long dueAt) {
      held.add(number);
    }

    @Override
    public void sendHeld(int number, ChatRequest request, long dueAt, Runnable ended) {
      send(number, request, dueAt, ended);
    }

    @Override
    public boolean await(long moment) {
      clock.parkUntil(Math.min(moment, stopAt));
      return moment < stopAt;
    }
  }

  @Test
  void anOpenLoadIsSentByItsScheduleHoweverLongAnswersTake() {
    var server = new FakeServer(1000 * MILLI);

    new OpenLoop(new long[] {0, 10 * MILLI, 25 * MILLI}, OptionalInt.empty()).run(0, server);

    assertThat(server.sent)
        .containsExactly("0: due 0 sent 0", "1: due 10 sent 10", "2: due 25 sent 25");
  }

  @Test
  void whatTheBoundHoldsBackCountsFromWhenItWasDue() {
    var server = new FakeServer(100 * MILLI);
    var loop = new OpenLoop(new long[] {0, 10 * MILLI, 20 * MILLI}, OptionalInt.of(1));

    loop.run(0, server);
    server.clock.parkUntil(1000 * MILLI);

    assertThat(server.sent)
        .containsExactly("0: due 0 sent 0", "1: due 10 sent 100", "2: due 20 sent 200");
    assertThat(server.due).containsExactly(0, 1, 2);
    assertThat(server.held).containsExactly(1, 2);
  }

  @Test
  void anOpenLoadEndsWhenItIsStopped() {
    var server = new FakeServer(MILLI);
    server.stopAt = 15 * MILLI;

    new OpenLoop(new long[] {0, 10 * MILLI, 20 * MILLI}, OptionalInt.empty()).run(0, server);

    assertThat(server.sent).hasSize(2);
  }

  @Test
  void aClosedLoadSendsTheNextRequestWhenOneEnds() {
    var server = new FakeServer(30 * MILLI);
    var streams = new Ramp(2, 2, Duration.ofSeconds(1));

    new ClosedLoop(streams, 5, 1000 * MILLI, server.clock).run(0, server);

    assertThat(server.sent)
        .containsExactly(
            "0: due 0 sent 0",
            "1: due 0 sent 0",
            "2: due 30 sent 30",
            "3: due 30 sent 30",
            "4: due 60 sent 60");
  }

  @Test
  void aClosedLoadSendsNothingAfterItsTime() {
    var server = new FakeServer(30 * MILLI);
    var streams = new Ramp(1, 1, Duration.ofSeconds(1));

    new ClosedLoop(streams, Integer.MAX_VALUE, 100 * MILLI, server.clock).run(0, server);
    server.clock.parkUntil(1000 * MILLI);

    assertThat(server.sent).hasSize(4).last().isEqualTo("3: due 90 sent 90");
  }

  @Test
  void aRampAddsItsStreamsOneAfterTheOther() {
    var server = new FakeServer(1000 * MILLI);

    new ClosedLoop(Ramp.parse("1..3/1s"), Integer.MAX_VALUE, 1200 * MILLI, server.clock)
        .run(0, server);

    assertThat(server.sent)
        .containsExactly(
            "0: due 0 sent 0",
            "1: due 500 sent 500",
            "2: due 1000 sent 1000",
            "3: due 1000 sent 1000");
  }
}
