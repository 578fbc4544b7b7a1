package io.sluice.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What it costs to have answers passed on. */
final class PassingMeasure {

  private static final int RATE = 50;
  private static final int SPARE_SECONDS = 60;

  /** The moment at which a chunk was written, by the clock that all processes share. */
  private static final Pattern STAMP = Pattern.compile("\"content\":\"(\\d{19})\"");

  private PassingMeasure() {}

  /** How much later chunks come than they were written; the first second does not count. */
  static Delays delays(int port, Scale scale) throws IOException, InterruptedException {
    var delays = new Delays();
    var ended = new CountDownLatch(scale.streams());
    var broken = new AtomicInteger();
    String request = request(port, "paced-" + RATE + "-" + RATE * (scale.seconds() + 1));
    try (var readers = new Readers()) {
      for (int stream = 0; stream < scale.streams(); stream++) {
        readers.open(port, request, () -> new Stamps(delays, ended, broken));
      }
      if (!ended.await(scale.seconds() + SPARE_SECONDS, TimeUnit.SECONDS) || broken.get() > 0) {
        throw new IOException(
            ended.getCount() + " streams did not end, " + broken.get() + " were cut");
      }
    }
    return delays;
  }

  /** How long a client with a new connection waits for the first byte of an answer. */
  static Delays firstBytes(int port, Scale scale) throws IOException {
    var delays = new Delays();
    byte[] request = request(port, "idle").getBytes(StandardCharsets.ISO_8859_1);
    for (int each = 0; each < scale.connections(); each++) {
      long begun = System.nanoTime();
      try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(request);
        if (socket.getInputStream().read() < 0) {
          throw new IOException("a connection was closed without an answer");
        }
        delays.add(System.nanoTime() - begun);
      }
    }
    return delays;
  }

  static String request(int port, String model) {
    String body =
        "{\"model\":\""
            + model
            + "\",\"stream\":true,\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
    return "POST /v1/chat/completions HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nAuthorization: Bearer k\r\nContent-Type: application/json\r\nContent-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** What is left of a text behind its last line feed waits for the rest. */
  private static final class Stamps implements Readers.Reader {

    private final Delays delays;
    private final CountDownLatch ended;
    private final AtomicInteger broken;
    private String rest = "";
    private int skipped;

    Stamps(Delays delays, CountDownLatch ended, AtomicInteger broken) {
      this.delays = delays;
      this.ended = ended;
      this.broken = broken;
    }

    @Override
    public boolean read(String text) {
      long now = System.nanoTime();
      String come = rest + text;
      Matcher stamps = STAMP.matcher(come);
      while (stamps.find()) {
        if (++skipped > RATE) {
          delays.add(now - Long.parseLong(stamps.group(1)));
        }
      }
      rest = come.substring(come.lastIndexOf('\n') + 1);
      boolean last = come.contains("[DONE]");
      if (last) {
        ended.countDown();
      }
      return last;
    }

    @Override
    public void broken() {
      broken.incrementAndGet();
      ended.countDown();
    }
  }
}
