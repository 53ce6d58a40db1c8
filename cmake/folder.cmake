# SPDX-License-Identifier: Apache-2.0
# Sanitizers build everything a second and a third time; reading the same large headers again is half
# of that. The other presets do without, so that a file which forgets an include does not build.
function(keur_precompile target)
  if(KEUR_SANITIZE)
    target_precompile_headers(${target} PRIVATE ${ARGN} <algorithm> <functional> <map> <memory>
                              <optional> <string> <string_view> <vector>)
  endif()
endfunction()

# keur_folder(PATH LIBRARY...): a folder is a static library named after its path; the *_test.cc
# beside the code become one test program of the same name with _test at the end.
function(keur_folder path)
  string(REPLACE "/" "_" target ${path})
  file(GLOB sources CONFIGURE_DEPENDS ${path}/*.cc)
  set(tests ${sources})
  list(FILTER tests INCLUDE REGEX "_test\\.cc$")
  list(FILTER sources EXCLUDE REGEX "_test\\.cc$")
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} PUBLIC ${ARGN})
    keur_precompile(${target} <Eigen/Core>)
    if(KEUR_SANITIZE AND path MATCHES "harness/(suite|report|cli|judge)")
      # Little work is done here, and much text compiled.
      target_compile_options(${target} PRIVATE -O0)
    endif()
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${CMAKE_SOURCE_DIR})
    target_link_libraries(${target} INTERFACE ${ARGN})
  endif()
  if(KEUR_TESTS AND tests)
    set_property(GLOBAL APPEND PROPERTY keur_tested_folders ${target})
    set_property(GLOBAL PROPERTY keur_tests_of_${target} ${tests})
  endif()
endfunction()
