package io.sluice.simulator.chat;

import io.sluice.simulator.schema.SampleSchema;

/**
 * The JSON that an answer must be.
 *
 * @param subject what an error calls the schema
 */
record JsonFormat(String subject, SampleSchema schema) {}
