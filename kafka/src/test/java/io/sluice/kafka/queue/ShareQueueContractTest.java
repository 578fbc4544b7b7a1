package io.sluice.kafka.queue;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** Requests are lent one by one. */
@Tag("thorough")
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class ShareQueueContractTest extends TopicQueueContract {

  @Override
  String[] mode() {
    return new String[] {"mode", "share", "create", "yes"};
  }
}
