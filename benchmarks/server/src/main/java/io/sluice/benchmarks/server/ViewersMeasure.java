package io.sluice.benchmarks.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What it costs to have one run followed by many. */
final class ViewersMeasure {

  private static final int RATE = 20;

  /** So many connect at once: more would be turned away by the system before they are accepted. */
  private static final int AT_ONCE = 100;

  private static final int SHORTEST_SECONDS = 20;

  /** So many come in a second at least, also on a slow machine. */
  private static final int VIEWERS_A_SECOND = 100;

  private static final int SPARE_SECONDS = 120;
  private static final String END = "event: end\n";

  private final Program server;
  private final int port;
  private final String token;
  private final int viewers;
  private final CountDownLatch here;
  private final CountDownLatch ended;
  private final AtomicInteger broken = new AtomicInteger();
  private final AtomicInteger opened = new AtomicInteger();
  private volatile long firstEnd;
  private volatile long lastEnd;

  ViewersMeasure(Program server, int port, String token, int viewers) {
    this.server = server;
    this.port = port;
    this.token = token;
    this.viewers = viewers;
    this.here = new CountDownLatch(viewers);
    this.ended = new CountDownLatch(viewers);
  }

  /** The figures of one run. */
  Figures measure() throws IOException, InterruptedException {
    long heap = Long.parseLong(server.ask("heap"));
    long seconds = Math.max(SHORTEST_SECONDS, viewers / VIEWERS_A_SECOND);
    String run = start(RATE * seconds);
    String request =
        "GET /api/events?run="
            + run
            + " HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nAuthorization: Bearer "
            + token
            + "\r\n\r\n";
    try (var readers = new Readers()) {
      Runnable next = () -> openNext(readers, request);
      for (int each = 0; each < AT_ONCE; each++) {
        next.run();
      }
      await(here, "did not get the first events");
      if (firstEnd != 0) {
        throw new IOException("the run ended before all were there; measure on a quieter machine");
      }
      long withAll = Long.parseLong(server.ask("heap"));
      long threads = server.threads();
      long cpu = server.cpuMicros();
      long from = System.nanoTime();
      await(ended, "did not get the end");
      double cores = (server.cpuMicros() - cpu) * 1e3 / Math.max(1, System.nanoTime() - from);
      return new Figures(
          cores, withAll >> 20, (withAll - heap) / viewers, threads, (lastEnd - firstEnd) / 1e6);
    }
  }

  private void openNext(Readers readers, String request) {
    if (opened.incrementAndGet() <= viewers) {
      readers.open(port, request, () -> new Follower(() -> openNext(readers, request)));
    }
  }

  private void await(CountDownLatch all, String what) throws IOException, InterruptedException {
    if (!all.await(viewers / VIEWERS_A_SECOND + SPARE_SECONDS, TimeUnit.SECONDS)
        || broken.get() > 0) {
      throw new IOException(
          all.getCount() + " viewers " + what + ", " + broken.get() + " were cut off");
    }
  }

  private String start(long chunks) throws IOException, InterruptedException {
    String body =
        "{\"request\":{\"model\":\"paced-"
            + RATE
            + "-"
            + chunks
            + "\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/runs"))
            .header("Authorization", "Bearer " + token)
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> reply = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    if (reply.statusCode() != 201) {
      throw new IOException("no run was started: " + reply.body());
    }
    return reply.body().replaceFirst(".*\"id\":\"([^\"]+)\".*", "$1");
  }

  /**
   * What many viewers cost.
   *
   * @param cores how many processors were busy on average
   * @param heapMegabytes what is used on the heap with all of them
   * @param bytesEach how much more that is for each
   * @param threads how many threads there are with all of them
   * @param spreadMillis how much later the last had the end than the first
   */
  record Figures(
      double cores, long heapMegabytes, long bytesEach, long threads, double spreadMillis) {}

  private final class Follower implements Readers.Reader {

    private final Runnable next;
    private String rest = "";
    private boolean first = true;

    Follower(Runnable next) {
      this.next = next;
    }

    @Override
    public boolean read(String text) {
      if (first) {
        first = false;
        here.countDown();
        next.run();
      }
      String come = rest + text;
      rest = come.substring(Math.max(0, come.length() - END.length()));
      boolean last = come.contains(END);
      if (last) {
        long now = System.nanoTime();
        firstEnd = firstEnd == 0 ? now : firstEnd;
        lastEnd = now;
        ended.countDown();
      }
      return last;
    }

    @Override
    public void broken() {
      broken.incrementAndGet();
      here.countDown();
      ended.countDown();
      next.run();
    }
  }
}
