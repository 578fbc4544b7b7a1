package com.example;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.spring.SseEmitterSink;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class ChatController {

  private final ObjectProvider<Pipeline.Builder> pipelines;
  private final ObjectProvider<ChatRequest.Builder> requests;

  ChatController(
      ObjectProvider<Pipeline.Builder> pipelines, ObjectProvider<ChatRequest.Builder> requests) {
    this.pipelines = pipelines;
    this.requests = requests;
  }

  @GetMapping("/chat")
  SseEmitter chat(@RequestParam("prompt") String prompt) {
    var emitter = new SseEmitter(0L);
    pipelines
        .getObject()
        .to("browser", SseEmitterSink.to(emitter))
        .build()
        .start(requests.getObject().user(prompt).build());
    return emitter;
  }
}
