package io.sluice.server.front;

import io.netty.handler.codec.http.HttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * What a client sends while its last request is answered. A little of it is read, since a client
 * that leaves is seen only by reading. Mutable; for one thread.
 */
final class WaitingMessages {

  private static final int MOST_BYTES = 64 * 1024;
  private static final int MOST_MESSAGES = 32;

  private final Queue<Object> messages = new ArrayDeque<>();
  private int bytes;

  /** Takes a message over, which is to be released. */
  void add(Object message) {
    messages.add(message);
    bytes += size(message);
  }

  /** The message that has waited longest; there must be one. */
  Object remove() {
    Object message = messages.remove();
    bytes -= size(message);
    return message;
  }

  boolean isEmpty() {
    return messages.isEmpty();
  }

  /** Whether more may be read. */
  boolean haveRoom() {
    return messages.size() < MOST_MESSAGES && bytes < MOST_BYTES;
  }

  /** Gives up all. */
  void release() {
    messages.forEach(ReferenceCountUtil::release);
    messages.clear();
    bytes = 0;
  }

  private static int size(Object message) {
    return message instanceof HttpContent content ? content.content().readableBytes() : 0;
  }
}
