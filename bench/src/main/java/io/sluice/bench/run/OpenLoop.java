package io.sluice.bench.run;

import io.sluice.chat.ChatRequest;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;

/**
 * Sends requests by a schedule that was made before, from one thread that does nothing else. What
 * the bound on requests under way holds back is sent when one ends, and counts from when it was
 * due.
 */
final class OpenLoop implements LoadLoop {
  private final long[] schedule;
  private final int most;
  private final Queue<Waiting> waiting = new ArrayDeque<>();
  private int underWay;

  private record Waiting(int number, ChatRequest request, long due) {}

  OpenLoop(long[] schedule, OptionalInt most) {
    this.schedule = schedule.clone();
    this.most = most.orElse(Integer.MAX_VALUE);
  }

  @Override
  public void run(long start, Level level) {
    for (int number = 0; number < schedule.length; number++) {
      ChatRequest request = level.request(number);
      long due = start + schedule[number];
      if (!level.await(due)) {
        return;
      }
      level.due(number, due);
      if (mayGo(level, number, request, due)) {
        level.send(number, request, due, () -> ended(level));
      }
    }
  }

  private synchronized boolean mayGo(Level level, int number, ChatRequest request, long due) {
    if (underWay < most) {
      underWay++;
      return true;
    }
    level.held(number, due);
    waiting.add(new Waiting(number, request, due));
    return false;
  }

  private void ended(Level level) {
    next()
        .ifPresent(
            held -> level.sendHeld(held.number(), held.request(), held.due(), () -> ended(level)));
  }

  private synchronized Optional<Waiting> next() {
    Waiting held = waiting.poll();
    underWay -= held == null ? 1 : 0;
    return Optional.ofNullable(held);
  }
}
