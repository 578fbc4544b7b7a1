package io.sluice.examples;

import io.sluice.sink.Sink;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Passes an answer on to a browser, as an event stream. */
final class EventStreamSink implements Sink {
  private final OutputStream browser;

  EventStreamSink(OutputStream browser) {
    this.browser = browser;
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    send("data: " + chunk.json().replace('\n', ' ') + "\n\n");
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    send("event: end\ndata: " + outcome.status().word() + "\n\n");
  }

  private void send(String event) throws IOException {
    browser.write(event.getBytes(StandardCharsets.UTF_8));
    browser.flush(); // Throws once the browser has left, which stops the stream.
  }
}
