package io.sluice.sinks.webhook;

import io.sluice.sink.Secret;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes webhook sinks from options, which share one client. Thread-safe. */
final class WebhookSinkFactory implements SinkFactory {

  private static final SinkOption URL =
      SinkOption.of("url", SinkOption.Type.TEXT, "where to post, by http or https").required();

  private static final SinkOption TOKEN =
      SinkOption.of("token", SinkOption.Type.SECRET, "sent as Authorization: Bearer");

  private static final SinkOption HEADERS =
      SinkOption.of(
          "headers", SinkOption.Type.PATH, "a file of further headers, a line Name: value each");

  private static final SinkOption TIMEOUT =
      SinkOption.of("timeout", SinkOption.Type.DURATION, "how long one attempt may take")
          .orElse("10s");

  private static final SinkOption RETRIES =
      SinkOption.of("retries", SinkOption.Type.INT, "how often it is tried again").orElse("2");

  private static final SinkOption LIMIT =
      SinkOption.of("limit", SinkOption.Type.SIZE, "the most that is posted").orElse("16M");

  private @Nullable HttpClient client;

  @Override
  public Sink create(SinkOptions options) throws IOException {
    WebhookTarget target = WebhookTarget.of(options.text(URL.name()).orElseThrow());
    Optional<Secret> token = options.secret(TOKEN.name());
    if (token.isPresent()) {
      target = target.with("Authorization", "Bearer " + token.get().reveal());
    }
    Optional<Path> headers = options.path(HEADERS.name());
    if (headers.isPresent()) {
      target = HeaderFile.addTo(target, headers.get());
    }
    return WebhookSink.to(target, this::client)
        .limits(
            options.duration(TIMEOUT.name()).orElse(WebhookSink.TIMEOUT),
            options.number(RETRIES.name()).orElse(WebhookSink.RETRIES),
            options.size(LIMIT.name()).orElse(WebhookSink.LIMIT));
  }

  @Override
  public List<SinkOption> options() {
    return List.of(URL, TOKEN, HEADERS, TIMEOUT, RETRIES, LIMIT);
  }

  @Override
  public String description() {
    return "posts the answer to a URL once it has ended, and how it ended";
  }

  /**
   * The client has a thread, which ends when the factory is garbage-collected: in Java 17 a client
   * cannot be closed.
   */
  synchronized HttpClient client() {
    if (client == null) {
      client =
          HttpClient.newBuilder()
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(Duration.ofSeconds(10))
              .executor(WebhookSinkFactory::onThreadOfItsOwn)
              .build();
    }
    return client;
  }

  /** A thread for each task, because a pool would outlive the run. */
  private static void onThreadOfItsOwn(Runnable task) {
    var thread = new Thread(task, "sluice-webhook");
    thread.setDaemon(true);
    thread.start();
  }
}
