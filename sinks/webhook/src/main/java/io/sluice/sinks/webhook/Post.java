package io.sluice.sinks.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;

/** One POST, repeated where that may help. Each attempt and each pause has a limit. */
final class Post {

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final HttpClient client;
  private final WebhookTarget target;
  private final int retries;
  private final Pause pause;

  Post(HttpClient client, WebhookTarget target, int retries, Pause pause) {
    this.client = client;
    this.target = target;
    this.retries = retries;
    this.pause = pause;
  }

  /** Returns after an answer that reports success, and throws if there is none. */
  void send(HttpRequest request) throws IOException {
    try {
      for (int again = 0; ; again++) {
        Attempt attempt = attempt(request);
        if (attempt.failure().isEmpty()) {
          return;
        }
        if (!attempt.worthAnother() || again == retries) {
          throw new IOException(said(attempt, again + 1));
        }
        pause.of(attempt.wish().orElse(FIRST_PAUSE.multipliedBy(1L << Math.min(again, 6))));
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(target + " was not told: the run was interrupted", stopped);
    }
  }

  private Attempt attempt(HttpRequest request) throws InterruptedException {
    try {
      HttpResponse<InputStream> response =
          client.send(request, HttpResponse.BodyHandlers.ofInputStream());
      response.body().close(); // Its content does not matter.
      return answered(response);
    } catch (HttpTimeoutException silent) {
      return Attempt.failed("did not answer in time", Optional.empty());
    } catch (SSLException untrusted) {
      return Attempt.refused("is not trusted, or speaks no TLS; check its certificate");
    } catch (IOException unreachable) {
      return Attempt.failed("cannot be reached", Optional.empty());
    }
  }

  private static Attempt answered(HttpResponse<?> response) {
    int status = response.statusCode();
    if (status / 100 == 2) {
      return Attempt.done();
    }
    if (status == 408 || status == 429 || status >= 500) {
      return Attempt.failed("answered " + status, wish(response));
    }
    return status / 100 == 3
        ? Attempt.refused("answered " + status + ", which leads elsewhere; give that URL")
        : Attempt.refused("answered " + status + "; check the URL and the headers");
  }

  private static Optional<Duration> wish(HttpResponse<?> response) {
    return response
        .headers()
        .firstValue("Retry-After")
        .filter(seconds -> seconds.matches("\\d{1,9}"))
        .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
        .map(wish -> wish.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wish);
  }

  private String said(Attempt attempt, int attempts) {
    String times = attempts == 1 ? "" : " in " + attempts + " attempts";
    return target + " " + attempt.failure().orElse("") + times;
  }

  /** Waits before the next attempt. */
  @FunctionalInterface
  interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  private record Attempt(Optional<String> failure, boolean worthAnother, Optional<Duration> wish) {

    static Attempt done() {
      return new Attempt(Optional.empty(), false, Optional.empty());
    }

    static Attempt failed(String why, Optional<Duration> wish) {
      return new Attempt(Optional.of(why), true, wish);
    }

    static Attempt refused(String why) {
      return new Attempt(Optional.of(why), false, Optional.empty());
    }
  }
}
