package io.sluice.langchain4j;

import java.io.IOException;
import org.junit.jupiter.api.Tag;

/** The tests of {@link StreamingChatModelSuiteTest} with that of cancelling. */
@Tag("thorough")
class CancellationSuiteTest extends StreamingChatModelSuiteTest {

  CancellationSuiteTest() throws IOException {}

  @Override
  protected boolean supportsStreamingCancellation() {
    return true;
  }
}
