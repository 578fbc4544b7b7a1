package io.sluice.sinks.webhook;

import io.sluice.sink.SinkFactory;
import io.sluice.testkit.SinkContract;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** What it leaves for a reader is what it has posted. The shared client is the factory's. */
class WebhookSinkContractTest extends SinkContract {

  private static final WebhookSinkFactory FACTORY = new WebhookSinkFactory();
  private static Hook hook;

  @BeforeAll
  static void listen() throws IOException {
    hook = new Hook();
    // The client's thread is there from its first post on, whoever posts next.
    FACTORY.client();
  }

  @AfterAll
  static void stopListening() {
    hook.close();
  }

  @Override
  protected SinkFactory factory() {
    return FACTORY;
  }

  @Override
  protected Map<String, String> options(Path folder) {
    return Map.of("url", "http://" + hook.host() + "/" + folder.getFileName());
  }

  @Override
  protected Map<String, String> written(Path folder) {
    Map<String, String> written = new HashMap<>();
    hook.posted().stream()
        .filter(posted -> posted.path().equals("/" + folder.getFileName()))
        .forEach(posted -> written.put("posted", posted.body()));
    return written;
  }
}
