package io.nabla.api;

/** Makes schedules of one kind from their settings; bound by a plug-in's Guice module. */
public interface ScheduleFactory extends Factory<Schedule> {}
