package io.sluice.telemetry;

import io.sluice.chat.ChatRequest;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a run when it begins, and holds for all that is told of it.
 *
 * @param provider who serves the model, as {@link ProviderName} has it
 * @param model the model that is asked for; {@code unknown} of a record that does not say
 * @param server where the request goes; empty if the answer comes from no server
 */
public record RunFacts(String provider, String model, Optional<ServerAddress> server) {

  /** What a run does, in the words of OpenTelemetry's conventions. */
  public static final String OPERATION = "chat";

  private static final String UNKNOWN = "unknown";

  /** Refuses null. */
  public RunFacts {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(model, "model");
    Objects.requireNonNull(server, "server");
  }

  /**
   * The facts of a run.
   *
   * @param endpoint the server's URL, or the name of a file
   * @param dialect the name of the dialect that is spoken there
   * @param request what is asked, if that is known
   */
  public static RunFacts of(String endpoint, String dialect, Optional<ChatRequest> request) {
    return new RunFacts(
        ProviderName.of(endpoint, dialect),
        request.map(ChatRequest::model).orElse(UNKNOWN),
        ServerAddress.of(endpoint));
  }

  /** These facts with another name of the provider. */
  public RunFacts provider(String name) {
    return new RunFacts(name, model, server);
  }
}
