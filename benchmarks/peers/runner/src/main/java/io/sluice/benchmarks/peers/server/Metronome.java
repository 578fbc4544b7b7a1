package io.sluice.benchmarks.peers.server;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;

/**
 * Writes chunks at a rate, each with the moment at which it is written. Streams take turns: one
 * that began a millisecond later is served a millisecond later. Confined to its event loop.
 */
final class Metronome {

  private final EventLoop loop;

  Metronome(EventLoop loop) {
    this.loop = loop;
  }

  void play(Channel channel, int rate, int chunks) {
    long gap = TimeUnit.SECONDS.toNanos(1) / rate;
    new Stream(channel, gap, chunks).schedule();
  }

  private final class Stream implements Runnable {

    private final Channel channel;
    private final long gap;
    private final long begun = System.nanoTime();
    private final int chunks;
    private int written;

    Stream(Channel channel, long gap, int chunks) {
      this.channel = channel;
      this.gap = gap;
      this.chunks = chunks;
    }

    @Override
    public void run() {
      if (!channel.isActive()) {
        return;
      }
      if (++written < chunks) {
        channel.writeAndFlush(Bytes.stamped(System.nanoTime()));
        schedule();
      } else {
        channel.writeAndFlush(Bytes.END.duplicate());
      }
    }

    void schedule() {
      long due = begun + (written + 1) * gap - System.nanoTime();
      loop.schedule(this, due, TimeUnit.NANOSECONDS);
    }
  }
}
