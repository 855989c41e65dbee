package com.gammareplay.fake;

import com.gammareplay.Application;
import org.springframework.boot.SpringApplication;

/** The service with the fake engine, to be tried by hand. */
final class FakeApplication {

    private FakeApplication() {}

    public static void main(String[] args) {
        SpringApplication.from(Application::main).with(FakeEngine.class).run(args);
    }
}
