package io.sluice.kafka.client;

import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.CommonClientConfigs;

/**
 * What every client needs in order to reach a cluster. Two are equal if their clients would connect
 * in the same way. The text form names the servers alone, since any other setting may be secret.
 * Immutable.
 */
public final class ClientSettings {

  private static final SinkOption SERVERS =
      SinkOption.of(
              "servers",
              SinkOption.Type.TEXT,
              "a broker's address HOST:PORT; several with ; between")
          .required();
  private static final SinkOption SECURITY =
      SinkOption.oneOf(
          "security",
          List.of("plaintext", "ssl", "sasl_ssl", "sasl_plaintext"),
          "how connections are secured, unless the config file says more than plaintext");
  private static final SinkOption CA =
      SinkOption.of("ca", SinkOption.Type.PATH, "certificates that are trusted, as PEM");
  private static final SinkOption CERT =
      SinkOption.of("cert", SinkOption.Type.PATH, "the client's own certificate, as PEM");
  private static final SinkOption KEY =
      SinkOption.of("cert-key", SinkOption.Type.PATH, "the private key of cert, as PEM");
  private static final SinkOption CONFIG =
      SinkOption.of(
          "config",
          SinkOption.Type.PATH,
          "a Kafka client properties file, with user and password; for its owner's eyes alone");
  private static final SinkOption UNSAFE =
      SinkOption.off("unsafe", "let the config file name classes to load");

  /**
   * The options from which {@link #of(SinkOptions)} reads; a factory declares them with its own.
   */
  public static final List<SinkOption> DECLARED =
      List.of(SERVERS, SECURITY, CA, CERT, KEY, CONFIG, UNSAFE);

  private final Map<String, String> properties;

  private ClientSettings(Map<String, String> properties) {
    this.properties = Map.copyOf(properties);
  }

  /**
   * Returns settings with these properties of a Kafka client, which may load any class.
   *
   * @throws IllegalArgumentException in one line, if they name no {@code bootstrap.servers}
   */
  public static ClientSettings of(Map<String, String> properties) {
    if (!properties.containsKey(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG)) {
      throw new IllegalArgumentException(
          "no broker is named; set " + CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG);
    }
    return new ClientSettings(properties);
  }

  /**
   * Reads the options of a sink or another extension, and the files that they name.
   *
   * @throws IllegalArgumentException in one line without a value of a file, if a file sets what it
   *     must not, or others than its owner may read it
   * @throws IOException in one line, if a file cannot be read
   */
  public static ClientSettings of(SinkOptions options) throws IOException {
    Map<String, String> properties = new HashMap<>();
    Optional<Path> config = options.path(CONFIG.name());
    if (config.isPresent()) {
      properties.putAll(ClientFile.read(config.get(), options.on(UNSAFE.name())));
    }
    properties.put(
        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
        options.text(SERVERS.name()).orElseThrow().replace(';', ','));
    options
        .text(SECURITY.name())
        .filter(word -> !word.equals(SECURITY.choices().get(0)))
        .ifPresent(
            word ->
                properties.put(
                    CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, word.toUpperCase(Locale.ROOT)));
    PemFiles.add(
        properties, options.path(CA.name()), options.path(CERT.name()), options.path(KEY.name()));
    return new ClientSettings(properties);
  }

  /** The addresses of brokers to begin with, with commas between. */
  public String servers() {
    return Objects.requireNonNull(
        properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG), "servers");
  }

  /**
   * Returns the properties of a client: {@code usual} ones, unless these settings say otherwise,
   * and {@code fixed} ones, whatever they say.
   */
  public Map<String, Object> client(Map<String, Object> usual, Map<String, Object> fixed) {
    Map<String, Object> all = new HashMap<>(usual);
    all.putAll(properties);
    all.putAll(fixed);
    return all;
  }

  @Override
  public boolean equals(Object object) {
    return object instanceof ClientSettings other && properties.equals(other.properties);
  }

  @Override
  public int hashCode() {
    return properties.hashCode();
  }

  @Override
  public String toString() {
    return "ClientSettings[" + servers() + "]";
  }
}
