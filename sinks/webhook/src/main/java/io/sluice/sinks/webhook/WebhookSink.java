package io.sluice.sinks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.transcript.ResultJson;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Posts the result of a run to a URL when it has ended in any way, as {@link ResultJson} writes it,
 * with the run's id, start and endpoint. While the answer arrives nothing is done. An attempt
 * without a response, or with a response of 408, 429 or 5xx, is made again; the header {@code
 * Idempotency-Key} is the run's id in each. Redirects are not followed. No message holds more of
 * the URL than its host. Nothing is posted of a run that sent no request. What configures a sink
 * returns another one. For one run.
 */
public final class WebhookSink implements Sink {

  /** The default limit on the time of one attempt. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  /** The default number of repeated attempts. */
  public static final int RETRIES = 2;

  /** The default limit on the posted bytes. */
  public static final long LIMIT = 16L << 20;

  private final WebhookTarget target;
  private final Supplier<HttpClient> client;
  private final Limits limits;
  private final Post.Pause pause;
  private Optional<StreamContext> run = Optional.empty();

  private WebhookSink(
      WebhookTarget target, Supplier<HttpClient> client, Limits limits, Post.Pause pause) {
    this.target = target;
    this.client = client;
    this.limits = limits;
    this.pause = pause;
  }

  /**
   * Creates a sink that posts through the caller's client, which is not closed.
   *
   * @throws IllegalArgumentException with a one-line message without the URL, if it is no http or
   *     https URL, or if the client follows redirects, which would pass the headers on to other
   *     servers
   */
  public static WebhookSink to(String url, HttpClient client) {
    Objects.requireNonNull(client, "client");
    if (client.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException("the client follows redirects; use Redirect.NEVER");
    }
    return to(WebhookTarget.of(url), () -> client);
  }

  static WebhookSink to(WebhookTarget target, Supplier<HttpClient> client) {
    var limits = new Limits(TIMEOUT, RETRIES, LIMIT);
    return new WebhookSink(target, client, limits, time -> Thread.sleep(time.toMillis()));
  }

  /**
   * A copy with one more header.
   *
   * @throws IllegalArgumentException with a one-line message without the value, if it cannot be
   *     sent
   */
  public WebhookSink header(String name, String value) {
    return new WebhookSink(target.with(name, value), client, limits, pause);
  }

  /**
   * A copy with other limits.
   *
   * @param timeout how long one attempt may take
   * @param retries how often it is repeated
   * @param limit the most bytes that are posted; a longer answer is not posted at all
   * @throws IllegalArgumentException with a one-line message, if one of them is out of range
   */
  public WebhookSink limits(Duration timeout, int retries, long limit) {
    return new WebhookSink(target, client, new Limits(timeout, retries, limit), pause);
  }

  WebhookSink pausing(Post.Pause other) {
    return new WebhookSink(target, client, limits, other);
  }

  @Override
  public void onOpen(StreamContext context) {
    run = Optional.of(context);
  }

  /** Does nothing: the outcome holds the whole answer. */
  @Override
  public void onChunk(Chunk chunk) {}

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    if (run.isEmpty() || !outcome.wasSent()) {
      return;
    }
    byte[] body = ResultJson.of(outcome).run(run.get()).text().getBytes(UTF_8);
    if (body.length > limits.limit()) {
      throw new IOException(
          "the answer takes " + body.length + " bytes and was not posted; raise limit");
    }
    new Post(client.get(), target, limits.retries(), pause).send(request(body, run.get().id()));
  }

  private HttpRequest request(byte[] body, String id) {
    var request =
        HttpRequest.newBuilder(target.url())
            .version(HttpClient.Version.HTTP_1_1)
            .timeout(limits.timeout())
            .setHeader("Content-Type", "application/json")
            .setHeader("Idempotency-Key", id)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    target.headers().forEach(request::setHeader);
    return request.build();
  }

  private record Limits(Duration timeout, int retries, long limit) {
    Limits {
      if (timeout.isZero() || timeout.isNegative()) {
        throw new IllegalArgumentException("a timeout of " + timeout + " is none; use some");
      }
      if (retries < 0 || retries > 10) {
        throw new IllegalArgumentException("retries is " + retries + "; use 0 to 10");
      }
      if (limit < 1) {
        throw new IllegalArgumentException("limit is " + limit + "; use some bytes");
      }
    }
  }
}
