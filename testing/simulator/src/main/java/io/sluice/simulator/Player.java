package io.sluice.simulator;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import io.sluice.simulator.script.Step.Last;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Plays one script on one connection, no faster than the client reads, with the event loop's
 * timers. Mutable; all its methods are called on the channel's event loop.
 */
final class Player {
  /** After this many steps the other connections get their turn. */
  private static final int STEPS_A_TURN = 128;

  /** How long a stalled connection is kept for a client that does not close it. */
  private static final Duration PATIENCE = Duration.ofHours(1);

  /** How far a pace may fall behind and still catch up. */
  private static final long LAG = TimeUnit.MILLISECONDS.toNanos(50);

  private final Channel channel;
  private final Script script;
  private final ClientHttp manners;
  private final Runnable next;
  private boolean chunked;
  private boolean over;
  private long due = System.nanoTime();
  private Optional<Future<?>> timer = Optional.empty();

  /**
   * Creates a player that has not begun.
   *
   * @param next run when the answer is complete and the connection stays open
   */
  Player(Channel channel, Script script, ClientHttp manners, Runnable next) {
    this.channel = channel;
    this.script = script;
    this.manners = manners;
    this.next = next;
  }

  /** Continues until the client must read, a timer must fire or the script ends. */
  void play() {
    int steps = 0;
    while (!over && timer.isEmpty() && channel.isActive() && channel.isWritable()) {
      if (steps++ == STEPS_A_TURN) {
        wake(0);
        return;
      }
      perform(script.hasNext() ? script.next() : Last.CLOSE);
    }
  }

  /** Stops the player, because the connection is closed. */
  void stop() {
    over = true;
    timer.ifPresent(running -> running.cancel(false));
  }

  private void perform(Step step) {
    if (step instanceof Step.Head head) {
      head(head);
    } else if (step instanceof Step.Event event) {
      body(event.bytes());
    } else if (step instanceof Step.Body body) {
      body(body.bytes());
    } else if (step instanceof Step.Raw raw) {
      channel.writeAndFlush(Wire.plain(raw.bytes()));
    } else if (step instanceof Step.Wait pause) {
      pause(pause.duration());
    } else if (step instanceof Step.Effort) {
      return; // No pace was set.
    } else if (step instanceof Last last) {
      over = true;
      end(last);
    }
  }

  /** Not flushed: it is sent with the first bytes of the body, or before a wait. */
  private void head(Step.Head head) {
    Step.Head mannered = manners.dress(head);
    chunked = mannered.headers().containsKey("Transfer-Encoding");
    channel.write(Wire.head(mannered));
  }

  private void body(ByteBuffer bytes) {
    // An empty chunk would end the body.
    if (bytes.hasRemaining()) {
      channel.writeAndFlush(chunked ? Wire.chunk(bytes) : Wire.plain(bytes));
    }
  }

  private void pause(Duration duration) {
    channel.flush();
    long now = System.nanoTime();
    due = Math.max(due, now - LAG) + duration.toNanos();
    if (due > now) {
      wake(due - now);
    }
  }

  private void wake(long nanos) {
    timer = Optional.of(channel.eventLoop().schedule(this::awake, nanos, TimeUnit.NANOSECONDS));
  }

  private void awake() {
    timer = Optional.empty();
    try {
      play();
    } catch (RuntimeException e) {
      // No handler catches the exceptions of a timer, so they are passed to the pipeline.
      channel.pipeline().fireExceptionCaught(e);
    }
  }

  private void end(Last last) {
    ByteBuf rest = lastBytes(last);
    switch (last) {
      case END -> finish(rest);
      case END_AND_CLOSE, CLOSE ->
          channel.writeAndFlush(rest).addListener(ChannelFutureListener.CLOSE);
      case RESET ->
          channel
              .writeAndFlush(rest)
              .addListener(
                  written -> {
                    // Closing without lingering is what makes the kernel send a reset.
                    channel.config().setOption(ChannelOption.SO_LINGER, 0);
                    channel.close();
                  });
      case STALL -> {
        channel.writeAndFlush(rest);
        timer =
            Optional.of(
                channel
                    .eventLoop()
                    .schedule(() -> channel.close(), PATIENCE.toSeconds(), TimeUnit.SECONDS));
      }
    }
  }

  private ByteBuf lastBytes(Last last) {
    boolean complete = last == Last.END || last == Last.END_AND_CLOSE;
    return complete && chunked ? Wire.lastChunk() : Unpooled.EMPTY_BUFFER;
  }

  private void finish(ByteBuf rest) {
    var written = channel.writeAndFlush(rest);
    if (manners.keepAlive()) {
      next.run();
    } else {
      written.addListener(ChannelFutureListener.CLOSE);
    }
  }
}
