package io.sluice.kafka.queue;

import io.sluice.kafka.client.ClientSettings;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.FinalizedVersionRange;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.apache.kafka.common.errors.InterruptException;

/** Finds out how brokers and members of a group can agree on who owns what. */
final class MemberProtocol {

  private static final String FEATURE = "group.version";
  private static final int LIMIT = 5_000;

  private MemberProtocol() {}

  /**
   * Returns the newer protocol if the brokers have it, else the one that all have. It takes five
   * seconds at most.
   */
  static String of(ClientSettings client) {
    GroupProtocol protocol = GroupProtocol.CLASSIC;
    try (Admin admin =
        Admin.create(
            client.client(
                Map.of(AdminClientConfig.CLIENT_ID_CONFIG, "sluice-groups"),
                Map.of(
                    AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT,
                    AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LIMIT)))) {
      FinalizedVersionRange groups =
          admin
              .describeFeatures()
              .featureMetadata()
              .get(LIMIT, TimeUnit.MILLISECONDS)
              .finalizedFeatures()
              .get(FEATURE);
      if (groups != null && groups.maxVersionLevel() > 0) {
        protocol = GroupProtocol.CONSUMER;
      }
    } catch (ExecutionException | TimeoutException unknown) {
      return protocol.name().toLowerCase(Locale.ROOT);
    } catch (InterruptedException stop) {
      throw new InterruptException(stop);
    }
    return protocol.name().toLowerCase(Locale.ROOT);
  }
}
