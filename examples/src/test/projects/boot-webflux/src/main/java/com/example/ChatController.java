package com.example;

import io.sluice.chat.ChatRequest;
import io.sluice.spring.ChatFlux;
import io.sluice.stream.ChatTransport;
import io.sluice.stream.Chunk;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;

@RestController
class ChatController {

  private final ChatTransport transport;
  private final ObjectProvider<ChatRequest.Builder> requests;

  ChatController(ChatTransport transport, ObjectProvider<ChatRequest.Builder> requests) {
    this.transport = transport;
    this.requests = requests;
  }

  @GetMapping(path = "/chat", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  Flux<String> chat(@RequestParam("prompt") String prompt) {
    ChatRequest request = requests.getObject().user(prompt).build();
    return ChatFlux.of(transport, request).map(Chunk::json);
  }
}
