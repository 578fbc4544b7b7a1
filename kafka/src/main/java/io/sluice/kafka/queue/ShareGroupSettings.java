package io.sluice.kafka.queue;

import io.sluice.kafka.client.BrokerError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/**
 * The settings of a share group without which requests would be lost or asked twice. They are kept
 * by the brokers, for all members. Immutable.
 *
 * @param options what the queue is asked to do
 */
record ShareGroupSettings(KafkaQueueOptions options) {

  private static final int LIMIT = 5_000;

  /** What is written before the group exists is to be read, and an answer may take its time. */
  private static final Map<String, String> NEEDED =
      Map.of("share.auto.offset.reset", "earliest", "share.renew.acknowledge.enable", "true");

  /**
   * Makes the settings if the options allow it, or else checks them.
   *
   * @throws IllegalArgumentException in one line with the command that helps, if they are others
   * @throws IOException in one line, if the brokers do not tell
   */
  void check() throws IOException {
    var group = new ConfigResource(ConfigResource.Type.GROUP, options.group());
    try (Admin admin =
        Admin.create(
            options
                .client()
                .client(
                    Map.of(AdminClientConfig.CLIENT_ID_CONFIG, "sluice-groups"),
                    Map.of(
                        AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT,
                        AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT)))) {
      Map<String, String> wrong = wrong(admin, group);
      if (!wrong.isEmpty() && options.creates()) {
        List<AlterConfigOp> changes = new ArrayList<>();
        wrong.forEach(
            (name, value) ->
                changes.add(
                    new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET)));
        admin
            .incrementalAlterConfigs(Map.of(group, changes))
            .all()
            .get(LIMIT, TimeUnit.MILLISECONDS);
      } else if (!wrong.isEmpty()) {
        throw new IllegalArgumentException(refusal(wrong));
      }
    } catch (ExecutionException | TimeoutException failed) {
      throw BrokerError.of(options.client(), options.topic(), failed);
    } catch (InterruptedException stop) {
      Thread.currentThread().interrupt();
      throw BrokerError.of(options.client(), options.topic(), stop);
    }
  }

  private static Map<String, String> wrong(Admin admin, ConfigResource group)
      throws ExecutionException, TimeoutException, InterruptedException {
    Config config =
        Objects.requireNonNull(
            admin
                .describeConfigs(List.of(group))
                .all()
                .get(LIMIT, TimeUnit.MILLISECONDS)
                .get(group));
    Map<String, String> wrong = new LinkedHashMap<>();
    NEEDED.forEach(
        (name, value) -> {
          ConfigEntry is = config.get(name);
          if (is == null || !value.equals(is.value())) {
            wrong.put(name, value);
          }
        });
    return wrong;
  }

  private String refusal(Map<String, String> wrong) {
    String config =
        wrong.entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .sorted()
            .collect(Collectors.joining(","));
    return "the share group '"
        + options.group()
        + "' needs other settings; pass create=yes, or: kafka-configs.sh --bootstrap-server "
        + options.client().servers()
        + " --alter --entity-type groups --entity-name "
        + options.group()
        + " --add-config "
        + config;
  }
}
