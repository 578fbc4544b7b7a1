package io.sluice.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.common.AbstractChatModelIT;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;

/** langchain4j's own tests of every chat model. */
class ChatModelSuiteTest extends AbstractChatModelIT {

  private final LessonServer server;
  private final NettyTransport transport;

  ChatModelSuiteTest() throws IOException {
    server = LessonServer.start();
    transport = NettyTransport.open(Endpoint.of(server.baseUrl()));
  }

  @AfterAll
  void close() {
    transport.close();
    server.close();
  }

  @Override
  protected List<ChatModel> models() {
    return List.of(SluiceChatModel.builder(transport).modelName("lesson").build());
  }

  @Override
  protected String customModelName() {
    return "other-lesson";
  }

  @Override
  protected ChatModel createModelWith(ChatRequestParameters parameters) {
    return SluiceChatModel.builder(transport)
        .modelName("lesson")
        .defaultRequestParameters(parameters)
        .build();
  }

  @Override
  protected ChatRequestParameters createIntegrationSpecificParameters(int maxOutputTokens) {
    return createParameters(maxOutputTokens);
  }
}
