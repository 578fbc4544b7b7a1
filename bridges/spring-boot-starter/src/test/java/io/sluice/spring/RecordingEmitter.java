package io.sluice.spring;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** An emitter without a response: keeps what is sent, until its client has left. */
final class RecordingEmitter extends SseEmitter {

  private final List<String> sent = new CopyOnWriteArrayList<>();
  private final CountDownLatch completed = new CountDownLatch(1);
  private volatile boolean left;

  RecordingEmitter() {
    super(0L);
  }

  @Override
  public void send(SseEventBuilder event) throws IOException {
    if (left) {
      throw new IOException("the client has left");
    }
    sent.add(
        event.build().stream()
            .map(part -> String.valueOf(part.getData()))
            .collect(Collectors.joining()));
  }

  @Override
  public void complete() {
    completed.countDown();
  }

  void leave() {
    left = true;
  }

  List<String> sent() {
    return sent;
  }

  CountDownLatch completed() {
    return completed;
  }
}
