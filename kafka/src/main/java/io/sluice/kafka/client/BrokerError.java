package io.sluice.kafka.client;

import io.sluice.stream.OneLine;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Says for people what a client of Kafka threw: what is the matter, with which topic of which
 * brokers, and what helps. No message has a value of a client's settings. Stateless.
 */
public final class BrokerError {

  private static final Pattern SETTING = Pattern.compile("configuration ([a-z.]+)");

  private BrokerError() {}

  /** Returns what was thrown while a topic was used, as an exception with a one-line message. */
  public static IOException of(ClientSettings client, String topic, Throwable thrown) {
    Throwable cause = cause(thrown);
    return new IOException(line(client.servers(), topic, cause), withoutValues(cause));
  }

  private static Throwable cause(Throwable thrown) {
    boolean wraps = thrown instanceof ExecutionException || thrown instanceof CompletionException;
    Throwable inner = thrown.getCause();
    if (wraps && inner != null) {
      return cause(inner);
    }
    // A client that cannot be made says so in an exception whose cause says why.
    return configuration(thrown).map(Throwable.class::cast).orElse(thrown);
  }

  private static Optional<ConfigException> configuration(Throwable thrown) {
    for (Throwable each = thrown; each != null; each = each.getCause()) {
      if (each instanceof ConfigException wrong) {
        return Optional.of(wrong);
      }
    }
    return Optional.empty();
  }

  private static Throwable withoutValues(Throwable cause) {
    return cause instanceof ApiException ? cause : new IOException(cause.getClass().getName());
  }

  private static String line(String servers, String topic, Throwable cause) {
    String at = "topic '" + topic + "' at " + servers;
    if (cause instanceof ConfigException wrong) {
      return setting(wrong) + " cannot be used; check the config file and what it names";
    }
    if (cause instanceof SaslAuthenticationException) {
      return servers + " refuses the user or the password; check those in the config file";
    }
    if (cause instanceof SslAuthenticationException) {
      return servers
          + " and this client do not trust each other's certificates; name the authority of the"
          + " brokers with ca, and your own certificate with cert";
    }
    if (cause instanceof UnknownTopicOrPartitionException) {
      return at + " does not exist; make it, or pass create=yes";
    }
    if (cause instanceof AuthorizationException) {
      return at + " is not open to this user; have an operator allow it";
    }
    if (cause instanceof RecordTooLargeException) {
      return at + " does not take a record of that size; raise its max.message.bytes";
    }
    if (cause instanceof TimeoutException
        || cause instanceof java.util.concurrent.TimeoutException) {
      return at + " does not answer in time; check that its brokers run and can be reached";
    }
    if (cause instanceof InterruptException || cause instanceof InterruptedException) {
      return at + " was not waited for any longer: the run was interrupted";
    }
    String said =
        cause instanceof ApiException ? ": " + OneLine.of(String.valueOf(cause.getMessage())) : "";
    return at + " failed with " + cause.getClass().getSimpleName() + said;
  }

  /** Kafka's own message has the value. */
  private static String setting(ConfigException wrong) {
    Matcher name = SETTING.matcher(String.valueOf(wrong.getMessage()));
    return name.find() ? "the setting " + name.group(1) : "a setting of the client";
  }
}
