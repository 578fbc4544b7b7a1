package io.sluice.server.front;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.LastHttpContent;
import io.sluice.server.http.BodyWriter;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The body of a reply on its way into a channel. Confined to the channel's loop. */
final class ChannelBody implements BodyWriter {

  private final Channel channel;
  private final Runnable ended;
  private Runnable more = () -> {};
  private Runnable over = () -> {};
  private boolean done;

  /**
   * @param ended what is called when the last byte is on its way
   */
  ChannelBody(Channel channel, Runnable ended) {
    this.channel = channel;
    this.ended = ended;
  }

  @Override
  public boolean isWritable() {
    return !done && channel.isWritable();
  }

  @Override
  public void write(byte[] bytes) {
    if (!done) {
      channel.writeAndFlush(new DefaultHttpContent(Unpooled.wrappedBuffer(bytes)));
    }
  }

  @Override
  public void end() {
    if (!done) {
      finish();
      channel.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT).addListener(sent -> ended.run());
    }
  }

  @Override
  public void cut() {
    finish();
    Resetting.now(channel);
  }

  @Override
  public void whenWritable(Runnable again) {
    more = again;
  }

  @Override
  public void whenOver(Runnable last) {
    over = last;
  }

  @Override
  public void execute(Runnable task) {
    channel.eventLoop().execute(task);
  }

  @Override
  public void after(Duration delay, Runnable task) {
    channel
        .eventLoop()
        .schedule(
            () -> {
              if (!done) {
                task.run();
              }
            },
            delay.toNanos(),
            TimeUnit.NANOSECONDS);
  }

  /** The channel became writable, or no longer is. */
  void writabilityChanged() {
    if (isWritable()) {
      more.run();
    }
  }

  /** The client is gone. */
  void gone() {
    finish();
  }

  private void finish() {
    if (!done) {
      done = true;
      over.run();
    }
  }
}
