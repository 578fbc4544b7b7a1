package io.sluice.transport.netty.connect;

import io.netty.channel.EventLoop;
import io.sluice.transport.netty.route.Target;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The connections that a transport may have at once to each target, on all its event loops
 * together. A slot is taken from dialling until the connection is closed. Calls that find none wait
 * in the order in which they came. Thread-safe; calls no foreign code under its lock.
 */
final class ConnectionSlots {

  /** The most calls that wait for a connection to one target. */
  static final int MOST_WAITING = 10_000;

  private final int most;
  private final Map<Target, Queue> queues = new HashMap<>();

  ConnectionSlots(int most) {
    this.most = most;
  }

  int most() {
    return most;
  }

  /** Takes a slot, or lets the call wait for one. */
  synchronized Admission enter(Target target, WaitingCall call) {
    Queue queue = queues.computeIfAbsent(target, any -> new Queue());
    if (queue.taken < most) {
      queue.taken++;
      return Admission.GRANTED;
    }
    if (queue.waiting.size() >= MOST_WAITING) {
      return Admission.REFUSED;
    }
    queue.waiting.add(call);
    return Admission.WAITING;
  }

  /** Gives a slot back; the first call that waits gets it. */
  void leave(Target target) {
    WaitingCall next = passOn(target);
    if (next != null) {
      next.grant();
    }
  }

  private synchronized @Nullable WaitingCall passOn(Target target) {
    Queue queue = queues.get(target);
    if (queue == null) {
      return null;
    }
    WaitingCall next = queue.waiting.poll();
    if (next == null) {
      queue.taken--;
      if (queue.taken == 0) {
        queues.remove(target);
      }
    }
    return next;
  }

  /** Forgets a call that waits no longer; false if it does not wait. */
  synchronized boolean forget(Target target, WaitingCall call) {
    Queue queue = queues.get(target);
    return queue != null && queue.waiting.remove(call);
  }

  /** Whether any call waits for a connection to the target. */
  synchronized boolean anyWaits(Target target) {
    Queue queue = queues.get(target);
    return queue != null && !queue.waiting.isEmpty();
  }

  /** Removes and returns the first call that waits, if it can use a connection of that loop. */
  synchronized Optional<WaitingCall> first(Target target, EventLoop loop) {
    Queue queue = queues.get(target);
    WaitingCall first = queue == null ? null : queue.waiting.peek();
    if (queue == null || first == null || !first.takesOver(loop)) {
      return Optional.empty();
    }
    queue.waiting.remove();
    return Optional.of(first);
  }

  /** Removes and returns all calls that wait. */
  synchronized List<WaitingCall> drain() {
    List<WaitingCall> all = new ArrayList<>();
    for (Queue queue : queues.values()) {
      all.addAll(queue.waiting);
      queue.waiting.clear();
    }
    return all;
  }

  enum Admission {
    GRANTED,
    WAITING,
    REFUSED
  }

  private static final class Queue {
    private final Deque<WaitingCall> waiting = new ArrayDeque<>();
    private int taken;
  }
}
