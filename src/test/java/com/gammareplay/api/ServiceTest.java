package com.gammareplay.api;

import com.gammareplay.fake.FakeEngine;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;

/** A test against the running service with the fake engine; all such tests share one service. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gamma.workers=2",
            "gamma.home=target/test-home/${random.uuid}",
            "gamma.data-dir=src/test/resources/no-recordings"
        })
@Import(FakeEngine.class)
@ExtendWith(IdleService.class)
public @interface ServiceTest {}
